using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Faults;

/// <summary>
/// Requests for grains of a killed silo succeed, but late: the retry filter waits until the silo is voted out. One silo runs in this process, where
/// the test can remove the filter.
/// </summary>
public sealed class RetryFilterTests(ITestOutputHelper output)
{
    private const int Known = 100, MaxWaves = 100;

    [ClusterFact]
    public async Task Retry_filter_answers_the_first_request_for_each_grain()
    {
        var statuses = await AskAfterKillAsync(static _ => { }, gone: true);

        statuses.ShouldAllBe(status => status == HttpStatusCode.Created);
    }

    [ClusterFact]
    public async Task Control_without_it_requests_get_503_with_retry_after()
    {
        var statuses = await AskAfterKillAsync(WithoutRetryFilter.Change, gone: false);

        statuses.ShouldContain(HttpStatusCode.ServiceUnavailable);
        statuses.ShouldAllBe(status => status == HttpStatusCode.Created || status == HttpStatusCode.ServiceUnavailable, "503 even where failures are documented as 500");
    }

    private async Task<HttpStatusCode[]> AskAfterKillAsync(Action<WebApplicationBuilder> change, bool gone)
    {
        await using var cluster = await TestCluster.StartAsync(1);
        using var settings = cluster.Servers.Settings(("LOG_LEVEL", "CRITICAL"));
        await using var here = await SiloHost.StartAsync(SiloApp.Create, settings, change);
        var events = new Events(cluster.Servers.Site);
        // The second silo has just joined, so the first one may briefly refuse calls to it.
        await cluster.Silos[0].UntilAsync("storing every event", async () =>
        {
            using var batch = events.Batch(0, Known);
            return (await cluster.Silos[0].TryUploadBatchAsync(batch))?.Count == Known;
        });

        // The kill is asynchronous: requests may still succeed before it, and on a busy machine the vote may precede the check of the process. The
        // control therefore repeats its requests until some fall in between.
        var killed = cluster.Silos[0].KillAsync();
        if (gone) await killed;
        var statuses = await AskAllAsync(here, events);
        for (var wave = 1; !gone && wave < MaxWaves && !statuses.Contains(HttpStatusCode.ServiceUnavailable); wave++) statuses = await AskAllAsync(here, events);
        await killed;
        output.WriteLine(string.Join(", ", statuses.GroupBy(status => status).Select(group => $"{group.Count()} × {(int)group.Key}")));
        return statuses;
    }

    private static Task<HttpStatusCode[]> AskAllAsync(SiloHost silo, Events events) =>
        Task.WhenAll(Enumerable.Range(0, Known).Select(number => UploadAsync(silo, events, number)));

    private static async Task<HttpStatusCode> UploadAsync(SiloHost silo, Events events, int number)
    {
        using var answer = await silo.Client.PostAsync(new Uri("/scraperCatalog/upload", UriKind.Relative), Events.Body(events.Event(number)));
        if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
            answer.Headers.RetryAfter.ShouldNotBeNull();
        return answer.StatusCode;
    }
}
