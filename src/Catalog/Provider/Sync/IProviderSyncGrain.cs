using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Catalog.Provider.Sync;

/// <summary>Brings the provider's events here. Key: <see cref="Key"/>, there is one.</summary>
[Alias("catalog.IProviderSyncGrain")]
internal interface IProviderSyncGrain : IGrainWithIntegerKey
{
    /// <summary>The key of the only one.</summary>
    const long Key = 0;

    /// <summary>Makes sure the hourly reminder exists, and does what is due or was interrupted.</summary>
    [Alias("Wake"), Repeatable(Repeat.Always)]
    Task Wake();

    /// <summary>
    /// Has everything fetched that changed since a day: joins the run under way if it began as early, else a run of its own follows that one.
    /// </summary>
    /// <returns>The number of the run.</returns>
    [Alias("Start"), AlwaysInterleave, Repeatable(Repeat.Always)]
    Task<long> Start(DateOnly since);

    /// <summary>How a run fares: as soon as anything happened since <paramref name="step"/>, or after <paramref name="wait"/>.</summary>
    [Alias("Progress"), AlwaysInterleave, Repeatable(Repeat.Always)]
    Task<SyncProgress> Progress(long run, long step, TimeSpan wait, CancellationToken cancellationToken);
}
