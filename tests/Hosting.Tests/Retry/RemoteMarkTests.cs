using Actors.Hosting.Retry;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Runtime.Placement;
using Orleans.TestingHost;

namespace Actors.Hosting.Tests.Retry;

/// <summary>Marks of rejections cross silos.</summary>
public sealed class RemoteMarkTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_rejection_from_a_remote_grain_is_not_retried(bool marked, int runs)
    {
        var plan = new Plan();
        await using var cluster = Cluster(plan, marked);
        await cluster.DeployAsync();
        var (here, there) = (cluster.Silos[0].SiloAddress, cluster.Silos[1].SiloAddress);
        var grains = cluster.GetSiloServiceProvider(here).GetRequiredService<IGrainFactory>();
        var grain = await PlaceAsync(grains, there);
        Exception rejected = Rejection.Of("a call to a reminder was rejected");
        plan.Fail(rejected, rejected);

        await Should.ThrowAsync<OrleansMessageRejectionException>(() => grain.Never("text", 1));

        plan.Done.Count(call => call == "text 1").ShouldBe(runs, "without the marks the call runs twice");
    }

    // A silo takes the hint once it knows the other silo's grains, a moment after the cluster has started.
    private static async Task<ITriedGrain> PlaceAsync(IGrainFactory grains, SiloAddress there)
    {
        for (var key = 0; ; key++)
        {
            var grain = grains.GetGrain<ITriedGrain>($"{key}");
            RequestContext.Set(IPlacementDirector.PlacementHintKey, there);
            await grain.Never("first", 0);
            RequestContext.Clear();
            if (there.Equals(await grains.GetGrain<IManagementGrain>(0).GetActivationAddress(grain))) return grain;
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private static InProcessTestCluster Cluster(Plan plan, bool marked)
    {
        var builder = new InProcessTestClusterBuilder(2) { Options = { ConfigureFileLogging = false, InitializeClientOnDeploy = false } };
        builder.ConfigureSiloHost((_, silo) =>
        {
            silo.Logging.SetMinimumLevel(LogLevel.None);
            silo.Services.AddSingleton(plan).AddSingleton<ISiloList, Changed>();
            if (marked) silo.Services.AddExecutedMarks();
        });
        builder.ConfigureSilo((_, silo) => silo.Services.AddCallRetries());
        return builder.Build();
    }

    private sealed class Changed : ISiloList
    {
        public long Version => 1;

        public Task ChangedSinceAsync(long version) => Task.CompletedTask;
    }
}
