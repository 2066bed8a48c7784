using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests;

public sealed class CallTests
{
    [Fact]
    public async Task A_call_returns_what_the_grain_returns()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IWorkGrain>("a");

        (await grain.Echo(42)).ShouldBe(42);
        (await grain.EchoText("text")).ShouldBe("text");
        await grain.Nothing();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_exception_reaches_the_caller_with_its_type_message_and_stack(bool atOnce)
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IWorkGrain>("a");

        var thrown = await Should.ThrowAsync<InvalidOperationException>(() => atOnce ? grain.FailAtOnce("no") : grain.Fail("no"));

        thrown.Message.ShouldBe("no");
        thrown.StackTrace.ShouldNotBeNull().ShouldContain(nameof(WorkGrain));
        (await grain.Echo(1)).ShouldBe(1);
    }

    [Fact]
    public async Task References_of_one_id_are_equal_and_know_their_key()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IWorkGrain>("some key");

        var self = await grain.Self();

        self.ShouldBe(grain);
        self.GetHashCode().ShouldBe(grain.GetHashCode());
        self.ShouldNotBe(silo.Grains.GetGrain<IWorkGrain>("another key"));
        self.GetPrimaryKeyString().ShouldBe("some key");
        self.GetGrainId().ToString().ShouldBe("work/some key");
    }

    [Fact]
    public async Task Calls_of_one_grain_run_one_after_another()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IWorkGrain>("a");

        var first = grain.Work("first", "one");
        await silo.Journal.Opened("first:begin");
        var second = grain.Work("second", "two");
        silo.Journal.Open("two");
        silo.Journal.Open("one");
        await Task.WhenAll(first, second);

        silo.Journal.Lines.ShouldBe(["first:begin", "first:end", "second:begin", "second:end"]);
    }

    [Fact]
    public async Task Deactivation_ends_one_activation_and_the_next_call_gets_another()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IWorkGrain>("a");
        var mark = await grain.ActivationMark();

        await grain.Leave();
        await silo.Journal.Opened($"a left: {DeactivationReasonCode.ApplicationRequested}");

        (await grain.ActivationMark()).ShouldNotBe(mark);
    }

    [Fact]
    public async Task A_cycle_of_calls_times_out()
    {
        await using var silo = await TestSilo.StartAsync(TestSilo.Impatient);
        var (a, b) = (silo.Grains.GetGrain<IWorkGrain>("a"), silo.Grains.GetGrain<IWorkGrain>("b"));

        await Should.ThrowAsync<TimeoutException>(() => a.CallCycle(b, a));
    }
}
