using System.Globalization;
using Actors.Runtime.Tests.Grains;
using Actors.Runtime.Tests.Hosting;

namespace Actors.Runtime.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public async Task Keys_of_every_kind_arrive_and_are_written_as_on_Orleans()
    {
        await using var silo = await TestSilo.StartAsync();
        var guid = Guid.Parse("00112233-4455-6677-8899-aabbccddeeff");
        var byGuid = silo.Grains.GetGrain<IGuidGrain>(guid);
        var byNumber = silo.Grains.GetGrain<INumberGrain>(255);
        var byPair = silo.Grains.GetGrain<IPairGrain>(16, "more");

        (await byGuid.Key()).ShouldBe(guid);
        (await byNumber.Key()).ShouldBe(255);
        (await silo.Grains.GetGrain<INumberGrain>(-1).Key()).ShouldBe(-1);
        (await byPair.Key()).ShouldBe("16 more");
        byGuid.GetGrainId().ToString().ShouldBe("a-type-of-its-own/00112233445566778899aabbccddeeff");
        byNumber.GetGrainId().ToString().ShouldBe("number/FF");
        byPair.GetGrainId().ToString().ShouldBe("pair/10+more");
        silo.Grains.GetGrain<IWorkGrain>("ключ/слэш").GetGrainId().ToString().ShouldBe("work/ключ/слэш");
    }

    [Fact]
    public async Task An_id_leads_back_to_its_grain_through_any_of_its_interfaces()
    {
        await using var silo = await TestSilo.StartAsync();
        var grain = silo.Grains.GetGrain<IGuidGrain>(Guid.NewGuid());
        var id = GrainId.Parse(grain.GetGrainId().ToString(), CultureInfo.InvariantCulture);

        (await silo.Grains.GetGrain<IGuidGrain>(id).Key()).ShouldBe(grain.GetPrimaryKey());
        (await silo.Grains.GetGrain<INamed>(id).Name()).ShouldBe(id.ToString());
        (await grain.AsReference<INamed>().Name()).ShouldBe(id.ToString());
        (await grain.Name()).ShouldBe(id.ToString());
    }

    [Fact]
    public async Task A_grain_that_hands_itself_over_hands_over_a_reference()
    {
        await using var silo = await TestSilo.StartAsync();
        var (one, two) = (silo.Grains.GetGrain<IHandGrain>("one"), silo.Grains.GetGrain<IHandGrain>("two"));

        (await one.Itself()).ShouldBeAssignableTo<GrainReference>();
        (await one.HandOverTo(two)).ShouldBeTrue();
        (await one.SameFactory()).ShouldBeTrue();
    }

    [Fact]
    public async Task An_interface_that_no_class_implements_is_refused_at_once()
    {
        await using var silo = await TestSilo.StartAsync();

        Should.Throw<ArgumentException>(() => silo.Grains.GetGrain<IOrphanGrain>("a"));
    }
}
