using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests;

public sealed class RequestContextTests : IDisposable
{
    public void Dispose() => RequestContext.Clear();

    [Fact]
    public async Task What_the_caller_sets_reaches_the_grain_and_the_grains_it_calls()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IContextGrain>("a");
        RequestContext.Set("key", "value");

        (await grain.Get("key")).ShouldBe("value");
        (await grain.Get("key")).ShouldBe("value");
        (await grain.GetThroughAnother("key")).ShouldBe("value");
    }

    [Fact]
    public async Task What_the_grain_sets_does_not_come_back_nor_stay()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IContextGrain>("a");

        await grain.Set("key", "grain's");
        RequestContext.Get("key").ShouldBeNull();
        (await grain.Get("key")).ShouldBeNull();
        RequestContext.Set("key", "mine");
        await grain.Set("key", "grain's");

        RequestContext.Get("key").ShouldBe("mine");
    }

    [Fact]
    public async Task A_removed_key_reaches_nobody()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IContextGrain>("a");
        RequestContext.Set("key", "value");
        RequestContext.Remove("key").ShouldBeTrue();

        (await grain.Get("key")).ShouldBeNull();
    }

    [Fact]
    public async Task Async_locals_of_the_caller_do_not_reach_the_grain_but_stay_with_the_caller()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IContextGrain>("a");
        await grain.Get("warm");
        ContextGrain.Local.Value = "mine";

        (await grain.SeesAsyncLocal()).ShouldBeFalse();

        ContextGrain.Local.Value.ShouldBe("mine");
    }
}
