using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Actors.Runtime.Tests;

public sealed class TimerTests
{
    private static int Ticks(TestSilo silo) => silo.Journal.Lines.Count(line => line.StartsWith("tick", StringComparison.Ordinal));

    [Fact]
    public async Task A_timer_ticks_until_its_grain_leaves()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITickGrain>("a");

        await grain.Start(interleave: false, keepAlive: false);
        await silo.Journal.Opened("tick 3");
        await grain.Leave();
        await silo.Journal.Opened("ApplicationRequested after ticks");
        var ticks = Ticks(silo);
        (await grain.Ticks()).ShouldBe(0);

        Ticks(silo).ShouldBe(ticks);
    }

    [Fact]
    public async Task A_tick_that_waits_while_its_grain_leaves_does_not_bring_it_back()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITickGrain>("a");

        await grain.Start(interleave: false, keepAlive: false);
        await silo.Journal.Opened("tick 1");
        var work = grain.WorkAndLeave("end");
        await silo.Journal.Opened("work:begin");
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        silo.Journal.Open("end");
        await work;
        await silo.Journal.Opened("ApplicationRequested after ticks");
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);

        silo.Journal.Count("activated").ShouldBe(1);
    }

    [Fact]
    public async Task Ticks_wait_for_a_running_call()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITickGrain>("a");

        await grain.Start(interleave: false, keepAlive: false);
        var work = grain.Work("end");
        await silo.Journal.Opened("work:begin");
        var before = silo.Journal.Lines.Count;
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        silo.Journal.Open("end");
        await work;

        silo.Journal.Lines[before].ShouldBe("work:end");
    }

    [Fact]
    public async Task Ticks_that_may_interleave_do()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITickGrain>("a");

        await grain.Start(interleave: true, keepAlive: false);
        var work = grain.Work("tick 5");
        await work;

        (await grain.Ticks()).ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task A_timer_without_a_period_ticks_once()
    {
        var clock = new ManualTimeProvider();
        await using var silo = await TestSilo.StartAsync(each => each.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, clock));
        var grain = silo.Grains.GetGrain<ITickGrain>("a");

        await grain.StartOnce();
        clock.Advance(TimeSpan.FromMinutes(1));
        await silo.Journal.Opened("tick 1");
        clock.Advance(TimeSpan.FromMinutes(1));

        (await grain.Ticks()).ShouldBe(1);
    }

    [Fact]
    public async Task A_period_begins_when_the_tick_before_has_ended()
    {
        var clock = new ManualTimeProvider();
        await using var silo = await TestSilo.StartAsync(each => each.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, clock));
        var grain = silo.Grains.GetGrain<ITickGrain>("a");

        await grain.Start(interleave: false, keepAlive: false);
        for (var tick = 1; tick <= 3; tick++)
        {
            await clock.TimerArmedAsync(TimeSpan.FromSeconds(1));
            clock.Advance(TimeSpan.FromMilliseconds(10));
            await silo.Journal.Opened($"tick {tick}");
        }

        (await grain.Ticks()).ShouldBe(3);
    }

    [Fact]
    public async Task A_tick_that_fails_does_not_end_the_timer()
    {
        await using var silo = await TestSilo.StartAsync();

        await silo.Grains.GetGrain<ITickGrain>("a").StartFailing();

        await silo.Journal.Opened("tick 3");
    }

    [Fact]
    public async Task A_change_made_in_a_tick_takes_effect_after_it_even_when_it_was_due_before()
    {
        await using var silo = await TestSilo.StartAsync();

        await silo.Grains.GetGrain<ITickGrain>("a").StartAndChangeInTick();

        await silo.Journal.Opened("tick 2");
    }

    [Fact]
    public async Task A_timer_disposed_in_its_own_tick_ticks_no_more()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITickGrain>("a");

        await grain.StartAndStopInTick();
        await silo.Journal.Opened("tick 1");
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);

        (await grain.Ticks()).ShouldBe(1);
    }

    [Fact]
    public async Task A_timer_can_be_changed_and_a_disposed_one_does_not_tick()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITickGrain>("a");

        await grain.StartTwice();
        await silo.Journal.Opened("tick 1");

        (await grain.Ticks()).ShouldBe(1);
    }

    [Fact]
    public async Task A_timer_is_refused_outside_of_the_grain_and_with_a_negative_span()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITickGrain>("a");

        (await grain.StartOutside()).ShouldBe(nameof(InvalidOperationException));
        (await grain.StartNegative()).ShouldBe(nameof(ArgumentOutOfRangeException));
    }

    [Fact]
    public async Task Ticks_see_no_request_context()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITickGrain>("a");
        RequestContext.Set("why", "because");

        await grain.Start(interleave: false, keepAlive: false);
        RequestContext.Clear();
        await silo.Journal.Opened("tick 1");

        (await grain.TickSawRequestContext()).ShouldBeFalse();
    }

    [Fact]
    public async Task Ticks_keep_a_grain_from_being_collected_only_when_they_are_to()
    {
        await using var silo = await TestSilo.StartAsync(each => each.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionAge = TimeSpan.FromSeconds(2);
            options.CollectionQuantum = TimeSpan.FromSeconds(1);
        }));
        var stays = silo.Grains.GetGrain<ITickGrain>("stays");
        await stays.Start(interleave: false, keepAlive: true);
        await silo.Grains.GetGrain<ITickGrain>("goes").Start(interleave: false, keepAlive: false);

        await silo.Journal.Opened("ActivationIdle after ticks");

        (await stays.Ticks()).ShouldBeGreaterThan(0);
        silo.Journal.Count("ActivationIdle after ticks").ShouldBe(1);
    }
}
