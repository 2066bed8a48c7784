using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Leaving;

/// <summary>The host's stopping token, which tells streams and sockets that the silo drains.</summary>
public sealed class StoppingTokenTests
{
    [ClusterFact]
    public async Task Stopping_token_fires_while_requests_are_still_served()
    {
        await using var cluster = await TestCluster.StartAsync(0);
        using var settings = cluster.Servers.Settings(("DRAIN_SECONDS", "3"), ("LOG_LEVEL", "CRITICAL"));
        var silo = await SiloHost.StartAsync(SiloApp.Create, settings);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = silo.App.Lifetime.ApplicationStopping.Register(told.SetResult);
        using var client = new HttpClient { BaseAddress = settings.AddressOf() };
        (await StatusAsync("/readyz")).ShouldBe(HttpStatusCode.OK);

        var ending = silo.DisposeAsync().AsTask();
        await told.Task.Within("the stopping token");

        ending.IsCompleted.ShouldBeFalse();
        (await StatusAsync("/readyz")).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync("/catalog/events")).ShouldBe(HttpStatusCode.OK);
        await ending;

        async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            return answer.StatusCode;
        }
    }
}
