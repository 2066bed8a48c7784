namespace Actors.Catalog.Provider.Sync;

/// <summary>The last run, or the one under way: enough to go on with the page it had come to.</summary>
[GenerateSerializer, Immutable, Alias("catalog.ProviderSyncState")]
internal sealed record ProviderSyncState
{
    /// <summary>Number of the run, from 1; 0 before the first.</summary>
    [Id(0)] public long Run { get; init; }

    [Id(1)] public bool Running { get; init; }

    /// <summary>From which day on changes are fetched.</summary>
    [Id(2)] public DateOnly Since { get; init; }

    /// <summary>The page that comes next.</summary>
    [Id(3)] public string? Next { get; init; }

    [Id(4)] public DateTimeOffset? StartedAt { get; init; }

    [Id(5)] public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When the last run began that came to its end and left nothing out since the one before.</summary>
    [Id(6)] public DateTimeOffset? LastComplete { get; init; }

    [Id(7)] public int Pages { get; init; }

    [Id(8)] public int Created { get; init; }

    [Id(9)] public int Updated { get; init; }

    [Id(10)] public int Unchanged { get; init; }

    /// <summary>Events that were over more than seven days ago and therefore not taken.</summary>
    [Id(11)] public int Outdated { get; init; }

    /// <summary>Items that could not be read as events.</summary>
    [Id(12)] public int Skipped { get; init; }

    /// <summary>How often the page was asked for in vain.</summary>
    [Id(13)] public int Tries { get; init; }

    /// <summary>Why the last try, or the run, failed; null when all is well.</summary>
    [Id(14)] public string? Failure { get; init; }

    /// <summary>True when the run had to begin anew because its page was gone.</summary>
    [Id(15)] public bool Restarted { get; init; }

    /// <summary>From which day on the next run is wanted; null when none is.</summary>
    [Id(16)] public DateOnly? Wanted { get; init; }

    /// <summary>True when the last run ended by a failure.</summary>
    public bool Failed => !Running && Failure is not null;
}
