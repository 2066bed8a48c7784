using Actors.Catalog.Scraping.Runs;

namespace Actors.Catalog.Extraction;

/// <summary>One way in which pages say what happens. A new format is one class more in <see cref="Extractors"/>.</summary>
internal interface IEventExtractor
{
    /// <summary>Short name, for logs and problems.</summary>
    string Name { get; }

    /// <summary>Reads whatever it understands; a page without it gives nothing. Hostile input gives problems, never an exception.</summary>
    Extraction Extract(FetchedPage page);
}
