using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Actors.Runtime.Tests;

/// <summary>On the real clock: Orleans collects by it.</summary>
public sealed class CollectionTests
{
    private static Task<TestSilo> StartAsync() => TestSilo.StartAsync(silo =>
    {
        silo.Services.AddScoped<Scoped>();
        silo.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionAge = TimeSpan.FromSeconds(2);
            options.CollectionQuantum = TimeSpan.FromSeconds(1);
        });
    });

    [Fact]
    public async Task An_idle_activation_is_collected()
    {
        await using var silo = await StartAsync();
        var grain = silo.Grains.GetGrain<ILifeGrain>("a");
        var mark = await grain.Mark();

        await silo.Journal.Opened($"ends: {DeactivationReasonCode.ActivationIdle}");

        (await grain.Mark()).ShouldNotBe(mark);
    }

    [Fact]
    public async Task An_activation_that_delays_its_deactivation_outlives_one_that_does_not()
    {
        await using var silo = await StartAsync();
        var stays = silo.Grains.GetGrain<ILifeGrain>("stays");
        var mark = await stays.Mark();
        await stays.Stay(TimeSpan.FromMinutes(1));
        await silo.Grains.GetGrain<ILifeGrain>("goes").Mark();

        await silo.Journal.Opened($"ends: {DeactivationReasonCode.ActivationIdle}");

        (await stays.Mark()).ShouldBe(mark);
    }

    [Fact]
    public async Task An_activation_whose_call_is_still_running_is_not_collected()
    {
        await using var silo = await StartAsync();
        var busy = silo.Grains.GetGrain<IWorkGrain>("busy").Work("work", "end");
        await silo.Grains.GetGrain<ILifeGrain>("goes").Mark();

        await silo.Journal.Opened($"ends: {DeactivationReasonCode.ActivationIdle}");
        silo.Journal.Open("end");
        await busy;

        silo.Journal.Count("work:end").ShouldBe(1);
    }
}
