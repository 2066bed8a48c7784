using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Faults;

/// <summary>
/// Two activations of one grain, as they occur briefly while the grain directory changes. Here they are permanent: two silos share a database but not
/// a cluster. Both fetch a new picture, and the etag refuses the second write.
/// </summary>
public sealed class MeetingActivationsTests(ITestOutputHelper output)
{
    private const int Pictures = 40;
    private const int EventsPerPicture = 10;
    private static readonly Uri s_upload = new("/scraperCatalog/upload", UriKind.Relative);

    [ClusterFact]
    public async Task Refused_write_is_retried()
    {
        var statuses = await UploadTwiceAsync(static _ => { });

        statuses.ShouldAllBe(status => status == HttpStatusCode.Created);
    }

    [ClusterFact]
    public async Task Control_without_retry_filter_requests_fail()
    {
        var statuses = await UploadTwiceAsync(WithoutRetryFilter.Change);

        statuses.ShouldContain(HttpStatusCode.ServiceUnavailable);
    }

    // Repeatedly uploads two events with the same picture, one to each silo.
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
