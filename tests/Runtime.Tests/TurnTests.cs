using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests;

public sealed class TurnTests
{
    [Fact]
    public async Task Continuations_StartNew_and_ContinueWith_stay_on_the_grains_scheduler()
    {
        await using var silo = await TestSilo.StartAsync();

        (await silo.Grains.GetGrain<ITurnGrain>("a").Escapes()).ShouldBe(string.Empty);
    }

    [Fact]
    public async Task What_Task_Run_runs_is_outside_which_shows_that_outside_would_be_seen()
    {
        await using var silo = await TestSilo.StartAsync();

        (await silo.Grains.GetGrain<ITurnGrain>("a").Leaves()).ShouldBe("Run");
    }

    [Fact]
    public async Task Continuations_of_one_activation_never_run_at_the_same_time()
    {
        await using var silo = await TestSilo.StartAsync();

        (await silo.Grains.GetGrain<ITurnGrain>("a").MostAtOnce(loops: 8, rounds: 500)).ShouldBe(1);
    }

    [Fact]
    public async Task The_callers_synchronization_context_does_not_reach_the_grain()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ITurnGrain>("a");
        await grain.Leaves();
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        var call = grain.HasSynchronizationContext();
        SynchronizationContext.SetSynchronizationContext(before);

        (await call).ShouldBeFalse();
    }

    [Fact]
    public async Task Many_callers_of_one_grain_are_served_one_at_a_time_and_none_is_lost()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ICountGrain>("a");

        var callers = Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            for (var call = 0; call < 200; call++)
            {
                await grain.ReadThenAdd();
            }
        }));
        await Task.WhenAll(callers);

        (await grain.ReadThenAdd()).ShouldBe(3201);
    }

    [Fact]
    public async Task A_reentrant_grain_loses_updates_across_an_await_which_shows_that_the_turns_above_matter()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<ILooseCountGrain>("a");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => grain.ReadThenAdd()));

        (await grain.ReadThenAdd()).ShouldBeLessThan(51);
    }
}
