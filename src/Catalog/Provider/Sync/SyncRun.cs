using Actors.Core.Time;
namespace Actors.Catalog.Provider.Sync;

/// <summary>What one step of a run makes of its state. The caller stores each state before the next step, so that a run goes on with the page it had come to.</summary>
internal sealed class SyncRun(Uri provider, TimeZoneInfo zone, IEventsProvider client, IGrainFactory grains, ProviderMetrics metrics, TimeProvider timeProvider)
{
    /// <summary>Most pages of a run: more are taken for pages without end.</summary>
    public const int MostPages = 10_000;

    /// <summary>A run is given up after so many tries of one page: more than three hours. The next one begins where the last complete one did.</summary>
    public const int MostTries = 24;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(10), s_longestPause = TimeSpan.FromMinutes(10);

    /// <summary>Events that are offered at a time.</summary>
    private const int AtOnce = 500;

    // Pages this run was at since the program started; the most pages bound what a restart forgot.
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The first state of the next run.</summary>
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

    /// <summary>Fetches and keeps a page; gives the state after it, and how long to rest.</summary>
    public async Task<(ProviderSyncState State, TimeSpan Pause)> StepAsync(ProviderSyncState state, CancellationToken cancellationToken)
    {
        // A row of another provider: the setting was changed in the middle of a run.
        if (ProviderPaths.Next(provider, provider, state.Next!) is not { } page) return (Restart(state), TimeSpan.Zero);
        var fetched = await client.PageAsync(page, cancellationToken);
        metrics.Page(fetched.Failure is null);
        return fetched.Page is { } read ? (await KeepAsync(state, page, read), TimeSpan.Zero) : Failed(state, fetched);
    }

    private async Task<ProviderSyncState> KeepAsync(ProviderSyncState state, Uri page, ProviderPage read)
    {
        _seen.Add(page.AbsoluteUri);
        var now = timeProvider.GetUtcNow();
        var fresh = read.Events.Where(e => !e.IsOutdated(now)).ToArray();
        var results = await OfferAsync(fresh);
        metrics.Kept(results, read.Events.Length - fresh.Length, read.Skipped);
        var kept = state with
        {
            Pages = state.Pages + 1,
            Created = state.Created + results.Count(r => r == OfferResult.Created),
            Updated = state.Updated + results.Count(r => r == OfferResult.Updated),
            Unchanged = state.Unchanged + results.Count(r => r == OfferResult.Unchanged),
            Outdated = state.Outdated + read.Events.Length - fresh.Length,
            Skipped = state.Skipped + read.Skipped.Length,
            Tries = 0,
            Failure = null,
        };
        return GoOn(kept, page, read.Next);
    }

    private async Task<List<OfferResult>> OfferAsync(ProviderEvent[] events)
    {
        List<OfferResult> results = [];
        foreach (var some in events.Chunk(AtOnce))
            results.AddRange(await Task.WhenAll(some.Select(e => grains.GetGrain<IProviderEventGrain>(e.Id).Offer(e))));
        return results;
    }

    private ProviderSyncState GoOn(ProviderSyncState state, Uri page, string? next)
    {
        if (next is null) return End(state, null) with { LastComplete = IsGapless(state) ? state.StartedAt : state.LastComplete };
        if (ProviderPaths.Next(provider, page, next) is not { } found) return End(state, "the next page is not at the provider");
        if (_seen.Contains(found.AbsoluteUri) || state.Pages >= MostPages) return End(state, "the provider's pages have no end");
        return state with { Next = found.AbsoluteUri };
    }

    // A run from a later day than was due leaves out what changed before: that stays due.
    private bool IsGapless(ProviderSyncState state) => state.Since <= SyncDay.Due(state.LastComplete, state.StartedAt!.Value, zone);

    private (ProviderSyncState State, TimeSpan Pause) Failed(ProviderSyncState state, PageOutcome fetched)
    {
        var failed = state with { Tries = state.Tries + 1, Failure = fetched.Failure };
        if (fetched.Status is 401 or 403) return (End(failed, $"the provider does not accept the API key ({fetched.Status})"), TimeSpan.Zero);
        if (fetched.Status is 400 or 404 or 410) return (Restart(failed), TimeSpan.Zero);
        return failed.Tries >= MostTries ? (End(failed, failed.Failure), TimeSpan.Zero) : (failed, PauseOf(failed.Tries, fetched.RetryAfter));
    }

    // A cursor does not live for ever: the run begins anew, once.
    private ProviderSyncState Restart(ProviderSyncState state)
    {
        if (state.Restarted || state.Pages == 0 && state.Failure is not null) return End(state, state.Failure ?? "the page is not at the provider");
        _seen.Clear();
        return state with { Restarted = true, Next = ProviderPaths.Changed(provider, state.Since).AbsoluteUri };
    }

    private ProviderSyncState End(ProviderSyncState state, string? failure) =>
        state with { Running = false, Next = null, FinishedAt = timeProvider.GetUtcNow(), Failure = failure };

    private static TimeSpan PauseOf(int tries, TimeSpan? asked)
    {
        var doubled = ExponentialBackoff.After(tries, s_firstPause, s_longestPause);
        var wanted = asked > doubled ? asked.Value : doubled;
        return wanted < s_longestPause ? wanted : s_longestPause;
    }
}
