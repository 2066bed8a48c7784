using Actors.Catalog.Scraping.Runs;

namespace Actors.Catalog.Extraction;

/// <summary>Reads one format of events. A new format is a class listed in <see cref="Extractors"/>.</summary>
internal interface IEventExtractor
{
    /// <summary>Short name, for logs and problems.</summary>
    string Name { get; }

    /// <summary>Extracts the events of this format, or none. Hostile input gives problems, never an exception.</summary>
    Extraction Extract(FetchedPage page);
}
