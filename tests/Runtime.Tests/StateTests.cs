using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;
using Orleans.Runtime.Hosting;
using Orleans.Storage;

namespace Actors.Runtime.Tests;

public sealed class StateTests
{
    [Fact]
    public async Task A_grain_without_a_record_has_a_new_state()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IStateGrain>("a");

        (await grain.Get()).ShouldBe("new, new, new");
        (await grain.Exists()).ShouldBeFalse();
        (await grain.Version()).ShouldBeNull();
    }

    [Fact]
    public async Task What_was_written_is_there_before_the_next_activation_begins()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IStateGrain>("a");
        await grain.Set("written");
        await grain.SetUnwritten("not written");

        await grain.Leave();

        (await grain.Get()).ShouldBe("written, written, written by name");
        (await grain.Exists()).ShouldBeTrue();
        (await grain.Version()).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_record_can_be_read_again_and_cleared()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IStateGrain>("a");
        await grain.Set("written");
        await grain.SetUnwritten("not written");

        await grain.Reread();
        (await grain.Get()).ShouldBe("new, written, written by name");
        await grain.Clear();

        (await grain.Get()).ShouldBe("new, new, written by name");
        (await grain.Exists()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_stale_write_is_refused_and_ends_the_activation()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IStateGrain>("a");
        await grain.Set("mine");
        var mark = await grain.Mark();
        await silo.WriteBehindTheBackAsync(grain, "theirs");

        await Should.ThrowAsync<InconsistentStateException>(() => grain.Set("mine again"));

        (await grain.Mark()).ShouldNotBe(mark);
        (await grain.Get()).ShouldBe("theirs, theirs, mine by name");
        await grain.Set("mine at last");
    }

    [Fact]
    public async Task A_conflict_that_the_grain_catches_ends_nothing()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IStateGrain>("a");
        await grain.Set("mine");
        var mark = await grain.Mark();
        await silo.WriteBehindTheBackAsync(grain, "theirs");

        (await grain.TrySet("mine again")).ShouldBeFalse();

        (await grain.Mark()).ShouldBe(mark);
    }

    [Fact]
    public async Task A_conflict_ends_the_activation_it_arose_in_and_not_its_callers()
    {
        await using var silo = await TestSilo.StartAsync();
        var (caller, grain) = (silo.Grains.GetGrain<IStateGrain>("caller"), silo.Grains.GetGrain<IStateGrain>("a"));
        await grain.Set("mine");
        var (callersMark, mark) = (await caller.Mark(), await grain.Mark());
        await silo.WriteBehindTheBackAsync(grain, "theirs");

        await Should.ThrowAsync<InconsistentStateException>(() => caller.SetOther(grain, "mine again"));

        (await caller.Mark()).ShouldBe(callersMark);
        (await grain.Mark()).ShouldNotBe(mark);
    }

    [Fact]
    public async Task State_is_refused_to_code_outside_of_the_grain()
    {
        await using var silo = await TestSilo.StartAsync();

        (await silo.Grains.GetGrain<IStateGrain>("a").SetOutside()).ShouldBe("refused");
    }

    [Fact]
    public async Task A_failure_of_the_storage_arrives_as_an_OrleansException_that_holds_it()
    {
        await using var silo = await TestSilo.StartAsync(each => each.Services.AddGrainStorage("broken", (_, _) => new BrokenStorage()));

        var thrown = await Should.ThrowAsync<OrleansException>(() => silo.Grains.GetGrain<IBrokenGrain>("a").Write());

        thrown.InnerException.ShouldBeOfType<IOException>();
    }
}
