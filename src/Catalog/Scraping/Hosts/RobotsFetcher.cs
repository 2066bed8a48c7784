using Actors.Outbound;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// Fetches robots.txt (RFC 9309, 2.3). Follows up to five redirects. A missing file (4xx) or a redirect loop allows everything; a failing host (5xx,
/// no connection) allows nothing. An address blocked by the outbound guard allows everything here, because the guard blocks the page itself as well.
/// </summary>
internal sealed class RobotsFetcher(IOutbound outbound, TimeProvider timeProvider)
{
    // One byte more than is parsed, to detect longer files.
    private static readonly OutboundPolicy s_policy = new(
        "robots", RobotsFile.MaxBytes + 1, TimeSpan.FromSeconds(10), MaxRedirects: 5, Retries: 2, Accept: "text/plain,*/*;q=0.5", CutsLong: true);

    public async Task<RobotsFetch> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        var started = timeProvider.GetTimestamp();
        var answer = await outbound.GetAsync(url, s_policy, cancellationToken);
        var report = HostOutcomes.Report(answer, timeProvider.GetElapsedTime(started));
        return new(FileOf(answer, report), report.Outcome == HostOutcome.Answered ? null : report);
    }

    private static RobotsFile? FileOf(OutboundAnswer answer, HostReport report)
    {
        if (answer.Ok)
            return RobotsFile.Parse(answer.Body.Span, OutboundProduct.Token);
        return answer.Status is >= 400 and < 500 || report.Outcome == HostOutcome.Answered ? RobotsFile.Empty : null;
    }
}
