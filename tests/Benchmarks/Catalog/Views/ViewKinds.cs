using Actors.Benchmarks.Search;

namespace Actors.Benchmarks.Catalog.Views;

/// <summary>The measured filtered lists: typical requests, and the most expensive ones.</summary>
internal static class ViewKinds
{
    private const string Kinds = "концерт,спектакль,выставка,фестиваль,экскурсия,квест,шоу,показ";
    private const string Russian = "ёйцукенгшщзхъфывапролджэячсмитьбю";
    private const string Latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
    private static readonly string[] s_sounds = ["a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya"];

    /// <summary>Every kind: its name and a function that creates another address for each request.</summary>
    public static (string Name, Func<string> Path)[] All(Corpus corpus, Random random)
    {
        string Word() => Uri.EscapeDataString(corpus.Word());
        string Common() => Uri.EscapeDataString(Kinds.Split(',')[random.Next(8)]);
        (string, Func<string>)[] usual =
        [
            ("one word", () => List($"limit=20&q={Word()}")),
            ("two words and a price", () => List($"limit=20&q={Word()}+{Word()}&price_max={random.Next(5000)}")),
            ("place and age", () => List($"limit=20&place={Word()[..12]}&age={random.Next(18)}")),
            ("weekend of a type", () => List($"limit=20&when=weekend&type=concert&price_min={random.Next(1000)}")),
            ("dates", () => List($"limit=20&when=month&price_max={random.Next(5000)}")),
        ];
        (string, Func<string>)[] worst =
        [
            ("a very common word", () => List($"limit=20&q={Common()}&price_max={random.Next(5000)}")),
            ("a word with a typo", () => List($"limit=20&q={Uri.EscapeDataString(Damaged(corpus.Word(), random))}")),
            ("the wrong keyboard layout", () => List($"limit=20&q={Uri.EscapeDataString(string.Concat(corpus.Word().Select(c => Latin[Russian.IndexOf(c, StringComparison.Ordinal)])))}")),
            ("a transliterated word", () => List($"limit=20&q={string.Concat(corpus.Word().Select(c => s_sounds[c - 'а']))}")),
            ("pages far down", () => List($"limit=20&price_max={random.Next(5000)}&cursor={Cursor(0, 0, random.Next(100_000))}")),
            ("changed_since", () => List($"limit=100&changed_since={TimeProvider.System.GetUtcNow().AddSeconds(-random.Next(1_000_000)):yyyy-MM-dd'T'HH:mm:ss'Z'}")),
            ("1000 events of a wide filter", () => List($"limit=1000&price_max={random.Next(2000, 5000)}&cursor={Cursor(0, 0, random.Next(100_000))}")),
            ("events.ics of a filter", () => $"/catalog/events.ics?limit=20&when=month&price_max={random.Next(5000)}"),
            ("events.rss of a filter", () => $"/catalog/events.rss?limit=20&price_max={random.Next(5000)}"),
        ];
        return [.. usual, ("the five above mixed", () => usual[random.Next(usual.Length)].Item2()), .. worst, ("all of them mixed", () => worst.Concat(usual).ElementAt(random.Next(worst.Length + usual.Length)).Item2())];
    }

    private static string List(string query) => $"/catalog/events?{query}";

    private static string Cursor(params ReadOnlySpan<long> parts) => Web.Lists.Cursor.Encode([.. parts.ToArray().Select(part => $"{part}"), ""]);

    private static string Damaged(string text, Random random)
    {
        var letters = text.ToCharArray();
        var at = random.Next(1, letters.Length - 1);
        (letters[at], letters[at - 1]) = (letters[at - 1], letters[at]);
        return new string(letters);
    }
}
