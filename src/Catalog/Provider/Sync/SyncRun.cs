using Actors.Core.Time;
namespace Actors.Catalog.Provider.Sync;

/// <summary>Executes one step of a run. The caller stores each state before the next step, so that a run resumes at its current page.</summary>
internal sealed class SyncRun(Uri provider, TimeZoneInfo zone, IEventsProvider client, IGrainFactory grains, ProviderMetrics metrics, TimeProvider timeProvider)
{
    /// <summary>Maximum number of pages of a run; more are taken for endless paging.</summary>
    public const int MaxPages = 10_000;

    /// <summary>Maximum number of attempts of one page, over more than three hours. The next run starts from the last complete one.</summary>
    public const int MaxTries = 24;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(10), s_maxPause = TimeSpan.FromMinutes(10);

    /// <summary>Events stored concurrently.</summary>
    private const int BatchSize = 500;

    // Pages visited since the program started. The page limit covers what a restart forgets.
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The initial state of the next run.</summary>
    public ProviderSyncState Begin(ProviderSyncState last, DateOnly since)
    {
        _seen.Clear();
        return new()
        {
            Run = last.Run + 1,
            Running = true,
            Since = since,
            Next = ProviderPaths.Changed(provider, since).AbsoluteUri,
            StartedAt = timeProvider.GetUtcNow(),
            LastComplete = last.LastComplete,
        };
    }

    /// <summary>Fetches and stores a page. Returns the next state and a pause.</summary>
    public async Task<(ProviderSyncState State, TimeSpan Pause)> StepAsync(ProviderSyncState state, CancellationToken cancellationToken)
    {
        // The state is about another provider: the setting was changed during a run.
        if (ProviderPaths.Next(provider, provider, state.Next!) is not { } page) return (Restart(state), TimeSpan.Zero);
        var fetched = await client.PageAsync(page, cancellationToken);
        metrics.Page(fetched.Failure is null);
        return fetched.Page is { } read ? (await StoreAsync(state, page, read), TimeSpan.Zero) : Failed(state, fetched);
    }

    private async Task<ProviderSyncState> StoreAsync(ProviderSyncState state, Uri page, ProviderPage read)
    {
        _seen.Add(page.AbsoluteUri);
        var now = timeProvider.GetUtcNow();
        var current = read.Events.Where(e => !e.IsOutdated(now)).ToArray();
        var results = await OfferAsync(current);
        metrics.EventsStored(results, read.Events.Length - current.Length, read.Skipped);
        var kept = state with
        {
            Pages = state.Pages + 1,
            Created = state.Created + results.Count(r => r == OfferResult.Created),
            Updated = state.Updated + results.Count(r => r == OfferResult.Updated),
            Unchanged = state.Unchanged + results.Count(r => r == OfferResult.Unchanged),
            Outdated = state.Outdated + read.Events.Length - current.Length,
            Skipped = state.Skipped + read.Skipped.Length,
            Tries = 0,
            Failure = null,
        };
        return Continue(kept, page, read.Next);
    }

    private async Task<List<OfferResult>> OfferAsync(ProviderEvent[] events)
    {
        List<OfferResult> results = [];
        foreach (var some in events.Chunk(BatchSize))
            results.AddRange(await Task.WhenAll(some.Select(e => grains.GetGrain<IProviderEventGrain>(e.Id).Offer(e))));
        return results;
    }

    private ProviderSyncState Continue(ProviderSyncState state, Uri page, string? next)
    {
        if (next is null) return End(state, null) with { LastComplete = IsGapless(state) ? state.StartedAt : state.LastComplete };
        if (ProviderPaths.Next(provider, page, next) is not { } found) return End(state, "the next page is at another host");
        if (_seen.Contains(found.AbsoluteUri) || state.Pages >= MaxPages) return End(state, "the provider's pages never end");
        return state with { Next = found.AbsoluteUri };
    }

    // A run that started from a later day than due has a gap, which stays due.
    private bool IsGapless(ProviderSyncState state) => state.Since <= SyncDay.Due(state.LastComplete, state.StartedAt!.Value, zone);

    private (ProviderSyncState State, TimeSpan Pause) Failed(ProviderSyncState state, PageOutcome fetched)
    {
        var failed = state with { Tries = state.Tries + 1, Failure = fetched.Failure };
        if (fetched.Status is 401 or 403) return (End(failed, $"the provider rejects the API key ({fetched.Status})"), TimeSpan.Zero);
        if (fetched.Status is 400 or 404 or 410) return (Restart(failed), TimeSpan.Zero);
        return failed.Tries >= MaxTries ? (End(failed, failed.Failure), TimeSpan.Zero) : (failed, PauseOf(failed.Tries, fetched.RetryAfter));
    }

    // A cursor may expire: then the run restarts once.
    private ProviderSyncState Restart(ProviderSyncState state)
    {
        if (state.Restarted || state.Pages == 0 && state.Failure is not null) return End(state, state.Failure ?? "the page is at another host");
        _seen.Clear();
        return state with { Restarted = true, Next = ProviderPaths.Changed(provider, state.Since).AbsoluteUri };
    }

    private ProviderSyncState End(ProviderSyncState state, string? failure) =>
        state with { Running = false, Next = null, FinishedAt = timeProvider.GetUtcNow(), Failure = failure };

    private static TimeSpan PauseOf(int tries, TimeSpan? asked)
    {
        var doubled = ExponentialBackoff.After(tries, s_firstPause, s_maxPause);
        var wanted = asked > doubled ? asked.Value : doubled;
        return wanted < s_maxPause ? wanted : s_maxPause;
    }
}
