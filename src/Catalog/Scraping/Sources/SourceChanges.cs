namespace Actors.Catalog.Scraping.Sources;

/// <summary>The rows to commit together with a source's state.</summary>
internal sealed class SourceChanges
{
    /// <summary>The number of events on a page, new in this run or not.</summary>
    public int Offered { get; set; }

    public List<SourcePage> Pages { get; } = [];

    public List<SourceItem> Items { get; } = [];

    public List<DeadLetter> DeadLetters { get; } = [];

    /// <summary>Page texts that are not stored yet.</summary>
    public List<RawPayload> Payloads { get; } = [];

    /// <summary>The items read from pages, already stored or not.</summary>
    public List<PayloadItem> PayloadItems { get; } = [];

    /// <summary>Keys of dead letters to remove because the item became an event.</summary>
    public List<string> Resolved { get; } = [];
}
