namespace Actors.Silo.Home;

/// <summary>The values of a page, or of one repetition of a section.</summary>
internal sealed class HtmlValues
{
    public Dictionary<string, string> Texts { get; init; } = [];

    public Dictionary<string, IReadOnlyList<HtmlValues>> Sections { get; init; } = [];
}
