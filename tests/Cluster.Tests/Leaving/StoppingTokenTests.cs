using System.Net;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Leaving;

/// <summary>What streams and sockets hold on to: the host's token says first that the silo leaves.</summary>
public sealed class StoppingTokenTests
{
    [ClusterFact]
    public async Task Who_keeps_a_connection_open_hears_of_the_end_while_requests_are_still_answered()
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
