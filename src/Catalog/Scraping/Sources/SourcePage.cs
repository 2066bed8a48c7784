namespace Actors.Catalog.Scraping.Sources;

/// <summary>A page of a run.</summary>
/// <param name="Url">The address; unique within a run.</param>
/// <param name="Position">The order of fetching.</param>
/// <param name="IsList">Whether it may link to further pages.</param>
/// <param name="Attempts">The number of attempts, stored before each fetch.</param>
/// <param name="Done">Whether its events are stored or the page was abandoned.</param>
internal sealed record SourcePage(string Url, long Position, bool IsList, long Attempts = 0, bool Done = false)
{
    /// <summary>The reference to this page.</summary>
    public PageRef Ref => new(Url, IsList);
}
