using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests;

public sealed class InterleavingTests
{
    [Fact]
    public async Task An_always_interleaving_call_runs_while_another_waits()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IWorkGrain>("a");
        silo.Journal.Open("go");

        var slow = grain.Work("slow", "end");
        await silo.Journal.Opened("slow:begin");
        await grain.Interleave("quick", "go");
        silo.Journal.Open("end");
        await slow;

        silo.Journal.Lines.ShouldBe(["slow:begin", "quick:begin", "quick:end", "slow:end"]);
    }

    [Fact]
    public async Task Read_only_calls_interleave_with_each_other_but_not_with_a_writing_one()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IWorkGrain>("a");

        var one = grain.Read("read one", "end");
        await silo.Journal.Opened("read one:begin");
        var two = grain.Read("read two", "end");
        await silo.Journal.Opened("read two:begin");
        var write = grain.Work("write", "end");
        silo.Journal.Open("end");
        await Task.WhenAll(one, two, write);

        silo.Journal.Lines.Take(4).ShouldBe(["read one:begin", "read two:begin", "read one:end", "read two:end"], ignoreOrder: true);
        silo.Journal.Lines.Skip(4).ShouldBe(["write:begin", "write:end"]);
    }

    [Fact]
    public async Task A_read_only_call_waits_for_a_writing_one()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IWorkGrain>("a");

        var write = grain.Work("write", "end");
        await silo.Journal.Opened("write:begin");
        var read = grain.Read("read", "end");
        silo.Journal.Open("end");
        await Task.WhenAll(write, read);

        silo.Journal.Lines.ShouldBe(["write:begin", "write:end", "read:begin", "read:end"]);
    }

    [Fact]
    public async Task Calls_of_a_reentrant_grain_interleave()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IMeetGrain>("a");

        var first = grain.Wait();
        await silo.Journal.Opened("waiting");
        await grain.Release();
        await first;
    }

    [Fact]
    public async Task A_reentrant_grain_may_be_called_back()
    {
        await using var silo = await TestSilo.StartAsync();

        (await silo.Grains.GetGrain<IMeetGrain>("a").CallSelf(3)).ShouldBe(3);
    }

    [Fact]
    public async Task A_one_way_call_returns_before_the_work_is_done_and_keeps_its_failure_to_itself()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IWorkGrain>("a");

        await grain.Tell("work", "end");
        silo.Journal.Count("work:end").ShouldBe(0);
        silo.Journal.Open("end");
        await silo.Journal.Opened("work:end");
        await grain.TellAndFail("failure");
        await silo.Journal.Opened("failure");

        (await grain.Echo(1)).ShouldBe(1);
    }
}
