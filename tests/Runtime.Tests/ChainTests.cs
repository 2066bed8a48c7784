using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests;

public sealed class ChainTests
{
    private const int Length = 10_000;

    [Fact]
    public async Task A_chain_of_ten_thousand_grains_does_not_exhaust_the_stack()
    {
        await using var silo = await TestSilo.StartAsync();
        var last = silo.Grains.GetGrain<IChainGrain>(Length - 1);

        (await last.Follow()).ShouldBe(Length);
        (await last.Follow()).ShouldBe(Length);
    }

    [Fact]
    public async Task An_exception_travels_up_a_chain()
    {
        await using var silo = await TestSilo.StartAsync();

        (await Should.ThrowAsync<InvalidOperationException>(() => silo.Grains.GetGrain<IChainGrain>(100).FollowAndFail()))
            .Message.ShouldBe("end of the chain");
    }
}
