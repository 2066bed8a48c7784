using System.Collections.Immutable;
using System.Reflection;
using Actors.Architecture.Tests.Reading;
using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Architecture.Tests.Grains;

public sealed class GrainInterfaceTests
{
    // These exceptions end the start, before any grain is active.
    private static readonly string[] s_beforeAnyGrain = ["Actors.Core.Configuration", "Actors.Persistence.Migrations", "Actors.Persistence.Locking"];

    private static IEnumerable<Type> Contracts => OurCode.Types.Where(t => t.IsInterface && IsContract(t));

    [Fact]
    public void Only_immutable_marked_types_cross_a_grain_interface() =>
        Contracts.SelectMany(WireTypes.FaultsOf).ShouldBeEmpty();

    [Fact]
    public void The_check_finds_types_that_must_not_cross()
    {
        var faults = WireTypes.FaultsOf(typeof(IBadGrain)).ToList();
        faults.ShouldContain("IBadGrain has no [Alias]");
        faults.ShouldContain("IBadGrain.TakesList: List`1[Int32] is not known to be immutable");
        faults.ShouldContain("IBadGrain.TakesArray: Byte[] is not known to be immutable");
        faults.ShouldContain("IBadGrain.GivesUnmarked: Unmarked has no [GenerateSerializer]");
        faults.ShouldContain("IBadGrain.GivesUnmarked: Unmarked has no [Immutable]");
        faults.ShouldContain("IBadGrain.GivesUnmarked: Unmarked has no [Alias]");
        faults.ShouldContain("IBadGrain.GivesUnmarked: Unmarked.Name has no [Id]");
        faults.ShouldContain("IBadGrain.GivesMutable: Mutable is no record");
        faults.ShouldContain("IBadGrain.GivesMutable: Mutable.Name can be changed");
        faults.ShouldContain("IBadGrain.GivesMutable: Mutable.Names: List`1[String] is not known to be immutable");
        faults.ShouldContain("IBadGrain.GivesMutable: Mutable has [Id(1)] twice");
        WireTypes.FaultsOf(typeof(IGoodGrain)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_method_declares_when_it_may_be_repeated() =>
        Contracts.Where(c => !typeof(IGrainObserver).IsAssignableFrom(c)).SelectMany(Undeclared).ShouldBeEmpty();

    [Fact]
    public void The_check_sees_an_undeclared_method() =>
        Undeclared(typeof(IGoodGrain)).ShouldBe(["IGoodGrain.Gives"]);

    [Fact]
    public void Every_alias_is_unique()
    {
        var aliases = OurCode.Types.Select(t => (Type: t, Alias: t.GetCustomAttribute<AliasAttribute>()?.Alias)).Where(a => a.Alias is not null);
        aliases.GroupBy(a => a.Alias).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(a => a.Type.Name))}").ShouldBeEmpty();
    }

    [Fact]
    public void Own_exceptions_keep_their_type_between_silos() =>
        OurCode.Types.Where(t => t.IsSubclassOf(typeof(Exception)) && MayLeaveAGrain(t))
            .Where(t => t.GetCustomAttribute<GenerateSerializerAttribute>() is null || t.GetCustomAttribute<AliasAttribute>() is null)
            .Select(t => t.FullName).ShouldBeEmpty();

    private static IEnumerable<string> Undeclared(Type contract) => contract.GetMethods()
        .Where(m => m.GetCustomAttribute<RepeatableAttribute>() is null && m.GetCustomAttribute<ReadOnlyAttribute>() is null)
        .Select(m => $"{contract.Name}.{m.Name}");

    // Internal exceptions of a shared project are caught in that project.
    private static bool MayLeaveAGrain(Type exception) =>
        !s_beforeAnyGrain.Contains(exception.Namespace) && (exception.IsVisible || OurCode.ModuleAssemblies.Contains(exception.Assembly));

    private static bool IsContract(Type type) => typeof(IGrain).IsAssignableFrom(type) || typeof(IGrainObserver).IsAssignableFrom(type);

    [Alias("test.IGoodGrain")]
    internal interface IGoodGrain : IGrainWithStringKey
    {
        Task<Good?> Gives(ImmutableArray<Good> these, int? number, IGoodGrain other, CancellationToken cancellationToken);
    }

    internal interface IBadGrain : IGrainWithStringKey
    {
        Task TakesList(List<int> numbers);

        Task TakesArray(byte[] bytes);

        Task<Unmarked> GivesUnmarked();

        ValueTask<ImmutableArray<Mutable>> GivesMutable();
    }

    [GenerateSerializer, Immutable, Alias("test.Good")]
    internal sealed record Good([property: Id(0)] string Name, [property: Id(1)] Good? Next);

    internal sealed record Unmarked(string Name);

#pragma warning disable ORLEANS0012 // Orleans' own analyzer sees the doubled id too; here it is the planted fault.
    [GenerateSerializer, Immutable, Alias("test.Mutable")]
    internal sealed class Mutable
    {
        [Id(1)]
        public string Name { get; set; } = "";

        [Id(1)]
        public List<string> Names { get; init; } = [];
    }
#pragma warning restore ORLEANS0012
}
