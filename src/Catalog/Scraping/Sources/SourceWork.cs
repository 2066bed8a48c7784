namespace Actors.Catalog.Scraping.Sources;

/// <summary>Everything stored about a source, loaded on activation.</summary>
/// <param name="Version">The version of the state; null if nothing is stored.</param>
/// <param name="State">The current or last run.</param>
/// <param name="Pages">The pages of that run in order, done or not.</param>
/// <param name="Items">The pending events of that run, in order.</param>
/// <param name="Submitted">The uuids of submitted events of that run.</param>
/// <param name="DeadLetters">The number of attempts of each dead letter, by key.</param>
internal sealed record SourceWork(
    long? Version,
    SourceState State,
    IReadOnlyList<SourcePage> Pages,
    IReadOnlyList<SourceItem> Items,
    IReadOnlyList<Guid> Submitted,
    IReadOnlyDictionary<string, long> DeadLetters)
{
    /// <summary>The hashes of the stored pages.</summary>
    public IReadOnlyList<string> Payloads { get; init; } = [];
}
