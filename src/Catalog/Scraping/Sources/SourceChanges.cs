namespace Actors.Catalog.Scraping.Sources;

/// <summary>Rows that change together with a source's state.</summary>
internal sealed class SourceChanges
{
    /// <summary>Events that a page offered, new in this run or not.</summary>
    public int Offered { get; set; }

    public List<SourcePage> Pages { get; } = [];

    public List<SourceItem> Items { get; } = [];

    public List<DeadLetter> DeadLetters { get; } = [];

    /// <summary>Pages that were not known so far.</summary>
    public List<RawPayload> Payloads { get; } = [];

    /// <summary>What was read from pages, known before or not.</summary>
    public List<PayloadItem> PayloadItems { get; } = [];

    /// <summary>Keys of dead letters that came to life.</summary>
    public List<string> Revived { get; } = [];
}
