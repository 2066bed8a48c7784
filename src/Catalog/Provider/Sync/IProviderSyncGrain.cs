using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Catalog.Provider.Sync;

/// <summary>Synchronises the provider's events. Key: <see cref="Key"/>.</summary>
[Alias("catalog.IProviderSyncGrain")]
internal interface IProviderSyncGrain : IGrainWithIntegerKey
{
    /// <summary>The only key.</summary>
    const long Key = 0;

    /// <summary>Registers the hourly reminder, and starts or resumes a run that is due or was interrupted.</summary>
    [Alias("Wake"), Repeatable(Repeat.Always)]
    Task Wake();

    /// <summary>Fetches all changes since a day. Joins the current run if it covers that day; otherwise another run follows it.</summary>
    /// <returns>The number of the run.</returns>
    [Alias("Start"), AlwaysInterleave, Repeatable(Repeat.Always)]
    Task<long> Start(DateOnly since);

    /// <summary>The progress of a run. Returns when something happened since <paramref name="step"/>, or after <paramref name="wait"/>.</summary>
    [Alias("Progress"), AlwaysInterleave, Repeatable(Repeat.Always)]
    Task<SyncProgress> Progress(long run, long step, TimeSpan wait, CancellationToken cancellationToken);
}
