using Actors.Outbound;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>
/// RFC 9309, 2.3: up to five redirects; a site that has no file (4xx) or sends one in a circle allows everything; a host that fails (5xx, no
/// connection) allows nothing. An address that the guard forbids says nothing about the site: the page itself meets the same guard.
/// </summary>
internal sealed class RobotsFetcher(IOutbound outbound, TimeProvider timeProvider)
{
    // One byte more than is read shows that there is more.
    private static readonly OutboundPolicy s_policy = new(
        "robots", RobotsFile.MostBytes + 1, TimeSpan.FromSeconds(10), MaxRedirects: 5, Retries: 2, Accept: "text/plain,*/*;q=0.5", CutsLong: true);

    public async Task<RobotsFetch> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        var begun = timeProvider.GetTimestamp();
        var answer = await outbound.GetAsync(url, s_policy, cancellationToken);
        var report = HostOutcomes.Report(answer, timeProvider.GetElapsedTime(begun));
        return new(FileOf(answer, report), report.Outcome == HostOutcome.Answered ? null : report);
    }

    private static RobotsFile? FileOf(OutboundAnswer answer, HostReport report)
    {
        if (answer.Ok)
            return RobotsFile.Parse(answer.Body.Span, OutboundProduct.Token);
        return answer.Status is >= 400 and < 500 || report.Outcome == HostOutcome.Answered ? RobotsFile.Empty : null;
    }
}
