namespace Actors.Silo.Home;

/// <summary>What a page, or one round of a section, is written with.</summary>
internal sealed class HtmlValues
{
    public Dictionary<string, string> Texts { get; init; } = [];

    public Dictionary<string, IReadOnlyList<HtmlValues>> Sections { get; init; } = [];
}
