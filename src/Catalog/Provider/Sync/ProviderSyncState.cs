namespace Actors.Catalog.Provider.Sync;

/// <summary>The current or last run, with everything needed to resume it.</summary>
[GenerateSerializer, Immutable, Alias("catalog.ProviderSyncState")]
internal sealed record ProviderSyncState
{
    /// <summary>The number of the run, from 1; 0 before the first.</summary>
    [Id(0)] public long Run { get; init; }

    [Id(1)] public bool Running { get; init; }

    /// <summary>The day from which changes are fetched.</summary>
    [Id(2)] public DateOnly Since { get; init; }

    /// <summary>The next page.</summary>
    [Id(3)] public string? Next { get; init; }

    [Id(4)] public DateTimeOffset? StartedAt { get; init; }

    [Id(5)] public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The start of the last complete run without gaps.</summary>
    [Id(6)] public DateTimeOffset? LastComplete { get; init; }

    [Id(7)] public int Pages { get; init; }

    [Id(8)] public int Created { get; init; }

    [Id(9)] public int Updated { get; init; }

    [Id(10)] public int Unchanged { get; init; }

    /// <summary>Outdated events, which are not stored.</summary>
    [Id(11)] public int Outdated { get; init; }

    /// <summary>Items that could not be read.</summary>
    [Id(12)] public int Skipped { get; init; }

    /// <summary>Failed attempts for the current page.</summary>
    [Id(13)] public int Tries { get; init; }

    /// <summary>The failure of the last attempt or of the run; null if there is none.</summary>
    [Id(14)] public string? Failure { get; init; }

    /// <summary>Whether the run restarted because its page no longer existed.</summary>
    [Id(15)] public bool Restarted { get; init; }

    /// <summary>The first day of the requested next run; null if none is requested.</summary>
    [Id(16)] public DateOnly? Wanted { get; init; }

    /// <summary>Whether the last run failed.</summary>
    public bool Failed => !Running && Failure is not null;
}
