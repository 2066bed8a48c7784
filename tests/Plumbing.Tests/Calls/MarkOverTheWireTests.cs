using System.Net;
using Actors.Plumbing.Calls;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime.Placement;

namespace Actors.Plumbing.Tests.Calls;

/// <summary>What a grain of another silo marked is known at the silo of its caller.</summary>
public sealed class MarkOverTheWireTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task A_rejection_that_left_a_grain_of_another_silo_is_not_taken_for_one_of_the_call_itself(bool marked, int runs)
    {
        var plan = new Plan();
        var primary = new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        using var here = await StartAsync(primary.Port, primary, plan, marked);
        using var there = await StartAsync(FreePort.Next(), primary, plan, marked);
        var grain = await PlacedAsync(here.Services.GetRequiredService<IGrainFactory>(), there.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress);
        Exception rejected = Rejection.Of("a reminder's call was rejected");
        plan.Fail(rejected, rejected);

        await Should.ThrowAsync<OrleansMessageRejectionException>(() => grain.Never("text", 1));

        plan.Done.Count(call => call == "text 1").ShouldBe(runs, "without the marks the call is carried out twice");
        await there.StopAsync();
        await here.StopAsync();
    }

    // A silo that is new is no place for grains before the other has heard what it can run.
    private static async Task<ITriedGrain> PlacedAsync(IGrainFactory grains, SiloAddress silo)
    {
        var (placed, tries) = (grains.GetGrain<ITriedGrain>("0"), 0);
        await Waiting.UntilAsync("a grain to be at the other silo", async () =>
        {
            placed = grains.GetGrain<ITriedGrain>($"{++tries}");
            RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
            await placed.Never("first", 0);
            RequestContext.Clear();
            return silo.Equals(await grains.GetGrain<IManagementGrain>(0).GetActivationAddress(placed));
        });
        return placed;
    }

    private static async Task<IHost> StartAsync(int port, IPEndPoint primary, Plan plan, bool marked)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton(plan).AddSingleton<ISiloList, Changed>();
        if (marked) builder.Services.AddRanMarks();
        builder.UseOrleans(silo => silo.UseLocalhostClustering(port, FreePort.Next(), primary));
        builder.Services.AddSecondAttempts();
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private sealed class Changed : ISiloList
    {
        public long Version => 1;

        public Task ChangedSinceAsync(long version) => Task.CompletedTask;
    }
}
