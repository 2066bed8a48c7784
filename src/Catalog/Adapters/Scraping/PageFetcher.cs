using Actors.Catalog.Ports.Sources;
using Actors.Catalog.Rules.Extraction;
using Actors.Plumbing.Outbound;

namespace Actors.Catalog.Adapters.Scraping;

/// <summary>Fetches through the outbound guard, which retries and limits.</summary>
internal sealed class PageFetcher(IOutbound outbound) : IPageFetcher
{
    private static readonly OutboundPolicy Policy = new(
        "source", MaxBytes: 4 * 1024 * 1024, Timeout: TimeSpan.FromSeconds(60), Accept: "text/html,application/json,application/ld+json;q=0.9,*/*;q=0.5");

    public async Task<FetchOutcome> FetchAsync(Uri url, CancellationToken cancellation)
    {
        var answer = await outbound.GetAsync(url, Policy, cancellation);
        return answer.Ok
            ? new(answer.FinalUrl, PageText.Decode(answer.Body.Span, answer.ContentType), null)
            : new(answer.FinalUrl, null, answer.Detail ?? $"{answer.Failure} {answer.Status}");
    }
}
