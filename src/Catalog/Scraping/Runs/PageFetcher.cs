using Actors.Catalog.Extraction;
using Actors.Catalog.Scraping.Hosts;
using Actors.Catalog.Scraping.Sources;
using Actors.Outbound;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Fetches pages through the outbound guard, within the host's throttle and robots.txt. Transient failures are retried.</summary>
internal sealed class PageFetcher(IOutbound outbound, IGrainFactory grains, TimeProvider timeProvider) : IPageFetcher
{
    /// <summary>Maximum number of requests for one page.</summary>
    public const int MaxTries = 3;

    private static readonly OutboundPolicy s_policy = new(
        "source", MaxBytes: 4 * 1024 * 1024, Timeout: TimeSpan.FromSeconds(60), Retries: 0,
        Accept: "text/html,application/json,application/ld+json;q=0.9,*/*;q=0.5");

    public async Task<FetchOutcome> FetchAsync(PageRequest request, CancellationToken cancellationToken)
    {
        for (var left = MaxTries - 1; ; left--)
        {
            if (await TryAsync(request, left > 0, cancellationToken) is { } outcome)
                return outcome;
        }
    }

    // Null means that the request should be retried.
    private async Task<FetchOutcome?> TryAsync(PageRequest request, bool mayRetry, CancellationToken cancellationToken)
    {
        var host = grains.GetHost(request.Url);
        var lease = await LeaseAsync(host, cancellationToken);
        var report = HostReport.NotAsked;
        try
        {
            var robots = request.AsksRobots ? await grains.GetRobots(request.Url).Ask(request.Url) : null;
            report = robots?.Fetch ?? report;
            if (robots is { Verdict: not RobotsVerdict.Allowed })
                return NotFetched(request, robots);
            if (robots?.Fetch is not null && mayRetry)
                return null;
            var started = timeProvider.GetTimestamp();
            var answer = await outbound.GetAsync(request.Url, s_policy, PageConditions.Headers(request.Known), cancellationToken);
            report = HostOutcomes.Report(answer, timeProvider.GetElapsedTime(started)) with { CrawlDelay = robots?.CrawlDelay };
            return mayRetry && HostOutcomes.IsTransient(answer) ? null : Outcome(answer);
        }
        finally
        {
            await host.Return(lease, report);
        }
    }

    private async Task<long> LeaseAsync(IHostGrain host, CancellationToken cancellationToken)
    {
        while (true)
        {
            var lease = await host.Ask();
            if (lease.IsGranted)
                return lease.Id;
            await Task.Delay(lease.Wait, timeProvider, cancellationToken);
        }
    }

    private static FetchOutcome NotFetched(PageRequest request, RobotsAnswer robots) => robots.Verdict == RobotsVerdict.Forbidden
        ? new(request.Url, null, "robots.txt forbids the page") { Forbidden = true }
        : new(request.Url, null, "robots.txt of the site could not be fetched");

    private static FetchOutcome Outcome(OutboundAnswer answer) => answer.Failure switch
    {
        OutboundFailure.None => new(answer.FinalUrl, PageText.Decode(answer.Body.Span, answer.ContentType), null) { Validators = PageConditions.Of(answer) },
        OutboundFailure.NotModified => new(answer.FinalUrl, null, null) { NotModified = true },
        _ => new(answer.FinalUrl, null, answer.Detail ?? $"{answer.Failure} {answer.Status}"),
    };
}
