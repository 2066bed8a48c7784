namespace Actors.Catalog.Scraping.Sources;

/// <summary>A page of a run.</summary>
/// <param name="Url">Its address, once per run.</param>
/// <param name="Position">Order in which pages are fetched.</param>
/// <param name="IsList">True when it may lead to further pages.</param>
/// <param name="Attempts">How often it was begun; stored before each fetch.</param>
/// <param name="Done">True when its events are stored, or it was given up.</param>
internal sealed record SourcePage(string Url, long Position, bool IsList, long Attempts = 0, bool Done = false)
{
    /// <summary>How it is asked for again.</summary>
    public PageRef Ref => new(Url, IsList);
}
