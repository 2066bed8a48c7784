namespace Actors.Search.Stems;

/// <summary>The endings of the Snowball stemmer for Russian.</summary>
internal static class RussianEndings
{
    public static readonly EndingGroup Gerund = new(
        ["в", "вши", "вшись"],
        ["ив", "ивши", "ившись", "ыв", "ывши", "ывшись"]);

    public static readonly string[] Adjective = LongestFirst(
        "ее", "ие", "ые", "ое", "ими", "ыми", "ей", "ий", "ый", "ой", "ем", "им", "ым", "ом", "его", "ого", "ему", "ому", "их", "ых",
        "ую", "юю", "ая", "яя", "ою", "ею");

    public static readonly EndingGroup Participle = new(["ем", "нн", "вш", "ющ", "щ"], ["ивш", "ывш", "ующ"]);

    public static readonly string[] Reflexive = ["ся", "сь"];

    public static readonly EndingGroup Verb = new(
        ["ла", "на", "ете", "йте", "ли", "й", "л", "ем", "н", "ло", "но", "ет", "ют", "ны", "ть", "ешь", "нно"],
        [
            "ила", "ыла", "ена", "ейте", "уйте", "ите", "или", "ыли", "ей", "уй", "ил", "ыл", "им", "ым", "ен", "ило", "ыло", "ено", "ят",
            "ует", "уют", "ит", "ыт", "ены", "ить", "ыть", "ишь", "ую", "ю",
        ]);

    public static readonly string[] Noun = LongestFirst(
        "а", "ев", "ов", "ие", "ье", "е", "иями", "ями", "ами", "еи", "ии", "и", "ией", "ей", "ой", "ий", "й", "иям", "ям", "ием", "ем",
        "ам", "ом", "о", "у", "ах", "иях", "ях", "ы", "ь", "ию", "ью", "ю", "ия", "ья", "я");

    public static readonly string[] Derivation = ["ость", "ост"];

    public static readonly string[] Superlative = ["ейше", "ейш"];

    /// <summary>Sorts endings so that the first match is the longest.</summary>
    public static string[] LongestFirst(params string[] endings) => [.. endings.OrderByDescending(ending => ending.Length)];
}
