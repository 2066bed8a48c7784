using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Faults;

/// <summary>
/// Two activations of one grain, as there are for a moment while the directory of grains moves; here for good, since the two silos have one
/// database and do not know of each other. Both fetch a new picture at once, and the second to write is refused by its etag.
/// </summary>
public sealed class MeetingActivationsTests(ITestOutputHelper output)
{
    private const int Pictures = 40;
    private const int EventsPerPicture = 10;
    private static readonly Uri s_upload = new("/scraperCatalog/upload", UriKind.Relative);

    [ClusterFact]
    public async Task A_refused_write_is_made_again_and_nobody_notices()
    {
        var statuses = await UploadTwiceAsync(static _ => { });

        statuses.ShouldAllBe(status => status == HttpStatusCode.Created);
    }

    [ClusterFact]
    public async Task Without_the_second_attempt_it_is_noticed()
    {
        var statuses = await UploadTwiceAsync(WithoutSecondAttempt.Change);

        statuses.ShouldContain(HttpStatusCode.ServiceUnavailable);
    }

    // Two events with one picture, one at each silo at the same time; again and again.
    private async Task<HttpStatusCode[]> UploadTwiceAsync(Action<WebApplicationBuilder> change)
    {
        await using var cluster = await TestCluster.StartAsync(0);
        using var one = cluster.Servers.Settings(("CLUSTER_ID", "one"), ("LOG_LEVEL", "CRITICAL"));
        using var other = cluster.Servers.Settings(("CLUSTER_ID", "other"), ("LOG_LEVEL", "CRITICAL"));
        await using var first = await SiloHost.StartAsync(SiloApp.Create, one, change);
        await using var second = await SiloHost.StartAsync(SiloApp.Create, other, change);
        var events = new Events(cluster.Servers.Site);
        var statuses = await Task.WhenAll(Enumerable.Range(0, Pictures).SelectMany(picture => (Task<HttpStatusCode>[])
        [
            UploadAsync(first, events, picture * EventsPerPicture),
            UploadAsync(second, events, (picture * EventsPerPicture) + 1),
        ]));
        output.WriteLine(string.Join(", ", statuses.GroupBy(status => status).Select(group => $"{group.Count()} × {(int)group.Key}")));
        return statuses;
    }

    private static async Task<HttpStatusCode> UploadAsync(SiloHost silo, Events events, int number)
    {
        using var answer = await silo.Client.PostAsync(s_upload, Events.Body(events.Event(number)));
        return answer.StatusCode;
    }
}
