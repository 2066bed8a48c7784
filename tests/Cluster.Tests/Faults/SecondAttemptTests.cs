using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Faults;

/// <summary>
/// Whoever asks a silo for grains of another one that was just killed is answered, late: the second attempt waits for the vote. One
/// silo is in this process, where a test may take the second attempt out.
/// </summary>
public sealed class SecondAttemptTests(ITestOutputHelper output)
{
    private const int Known = 100, MostWaves = 100;

    [ClusterFact]
    public async Task With_it_every_grain_of_a_killed_silo_answers_the_first_time_it_is_asked()
    {
        var statuses = await AskAfterKillAsync(static _ => { }, gone: true);

        statuses.ShouldAllBe(status => status == HttpStatusCode.Created);
    }

    [ClusterFact]
    public async Task Without_it_they_are_503_with_a_time_to_come_again()
    {
        var statuses = await AskAfterKillAsync(WithoutSecondAttempt.Change, gone: false);

        statuses.ShouldContain(HttpStatusCode.ServiceUnavailable);
        statuses.ShouldAllBe(status => status == HttpStatusCode.Created || status == HttpStatusCode.ServiceUnavailable, "503 also where failures are documented as 500");
    }

    private async Task<HttpStatusCode[]> AskAfterKillAsync(Action<WebApplicationBuilder> change, bool gone)
    {
        await using var cluster = await TestCluster.StartAsync(1);
        using var settings = cluster.Servers.Settings(("LOG_LEVEL", "CRITICAL"));
        await using var here = await SiloHost.StartAsync(SiloApp.Create, settings, change);
        var events = new Events(cluster.Servers.Site);
        // The second silo has only just joined: what the first one asks it for may still be refused for a moment.
        await cluster.Silos[0].UntilAsync("taking in every event", async () =>
        {
            using var batch = events.Batch(0, Known);
            return (await cluster.Silos[0].TryUploadBatchAsync(batch))?.Count == Known;
        });

        // The signal is sent at once. Requests may still be answered before it arrives, and on a busy machine the vote may come before the process is known
        // to be gone: the control asks at once and again, until a request falls between the two.
        var killed = cluster.Silos[0].KillAsync();
        if (gone) await killed;
        var statuses = await AskAllAsync(here, events);
        for (var wave = 1; !gone && wave < MostWaves && !statuses.Contains(HttpStatusCode.ServiceUnavailable); wave++) statuses = await AskAllAsync(here, events);
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
