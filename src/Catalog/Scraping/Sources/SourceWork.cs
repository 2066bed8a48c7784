namespace Actors.Catalog.Scraping.Sources;

/// <summary>All that is stored of a source when its grain comes up.</summary>
/// <param name="Version">Version of the state; null when there is none yet.</param>
/// <param name="State">Its last run, or the one under way.</param>
/// <param name="Pages">Pages of that run in order, done or not.</param>
/// <param name="Items">Events of that run in order, without those that are done.</param>
/// <param name="Handed">Uuids of that run that are done or failed.</param>
/// <param name="DeadLetters">Attempts of each dead letter by key.</param>
internal sealed record SourceWork(
    long? Version,
    SourceState State,
    IReadOnlyList<SourcePage> Pages,
    IReadOnlyList<SourceItem> Items,
    IReadOnlyList<Guid> Handed,
    IReadOnlyDictionary<string, long> DeadLetters)
{
    /// <summary>Hashes of the pages that are kept.</summary>
    public IReadOnlyList<string> Payloads { get; init; } = [];
}
