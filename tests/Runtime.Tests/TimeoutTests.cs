using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests;

public sealed class TimeoutTests
{
    [Fact]
    public async Task A_call_that_is_not_answered_in_time_is_a_TimeoutException_and_the_grain_goes_on()
    {
        await using var silo = await TestSilo.StartAsync(TestSilo.Impatient);
        var grain = silo.Grains.GetGrain<IWorkGrain>("a");

        await Should.ThrowAsync<TimeoutException>(() => grain.Work("slow", "end"));
        silo.Journal.Open("end");
        await silo.Journal.Opened("slow:end");

        (await grain.Echo(1)).ShouldBe(1);
    }

    [Fact]
    public async Task A_call_that_timed_out_while_it_waited_is_not_run_any_more()
    {
        await using var silo = await TestSilo.StartAsync(TestSilo.Impatient);
        var grain = silo.Grains.GetGrain<IWorkGrain>("a");

        await grain.Tell("slow", "end");
        await silo.Journal.Opened("slow:begin");
        await Should.ThrowAsync<TimeoutException>(() => grain.Work("late", "end"));
        silo.Journal.Open("end");
        await silo.Journal.Opened("slow:end");
        await grain.Echo(1);

        silo.Journal.Count("late:begin").ShouldBe(0);
    }

    [Fact]
    public async Task A_method_may_set_its_own_timeout()
    {
        await using var silo = await TestSilo.StartAsync();

        await Should.ThrowAsync<TimeoutException>(() => silo.Grains.GetGrain<IPatienceGrain>("a").Hang());
    }

    [Fact]
    public async Task A_grain_that_calls_itself_waits_until_the_timeout()
    {
        await using var silo = await TestSilo.StartAsync(TestSilo.Impatient);
        var grain = silo.Grains.GetGrain<IWorkGrain>("a");

        await Should.ThrowAsync<TimeoutException>(() => grain.CallBack(grain));
    }
}
