using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests;

public sealed class ExceptionTests
{
    [Fact]
    public async Task An_exception_of_our_own_arrives_with_what_it_carries()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IThrowGrain>("a");

        (await Should.ThrowAsync<OwnException>(grain.ThrowOwn)).Code.ShouldBe(42);
        (await Should.ThrowAsync<OwnException>(async () => await grain.ThrowFromValueTask())).Code.ShouldBe(43);
        (await Should.ThrowAsync<OwnException>(() => grain.ThrowThrough(silo.Grains.GetGrain<IThrowGrain>("b")))).Code.ShouldBe(42);
    }

    [Fact]
    public async Task An_aggregate_stays_an_aggregate()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IThrowGrain>("a");

        (await Should.ThrowAsync<AggregateException>(grain.ThrowAggregate)).InnerExceptions.Count.ShouldBe(2);
    }
}
