using System.Collections.Concurrent;
using System.Reflection;
using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Grains;

public sealed class GrainClassTests
{
    private static readonly string[] s_locks =
        [typeof(Monitor).FullName!, typeof(Lock).FullName!, typeof(SemaphoreSlim).FullName!, typeof(ConcurrentDictionary<,>).FullName!, typeof(Mutex).FullName!];

    private static IEnumerable<Type> Grains => OurCode.Types.Where(t => t.IsSubclassOf(typeof(Grain)));

    [Fact]
    public void Grains_and_their_interfaces_are_internal_and_grains_are_sealed()
    {
        Grains.Where(g => !g.IsAbstract && (g.IsVisible || !g.IsSealed)).Select(g => g.FullName).ShouldBeEmpty();
        OurCode.ModuleAssemblies.SelectMany(OurCode.TypesOf).Where(t => t.IsInterface && t.IsVisible).Select(t => t.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void A_grain_needs_no_lock() =>
        Grains.SelectMany(g => LocksOf(g).Select(l => $"{g.Name} uses {l}")).ShouldBeEmpty();

    [Fact]
    public void Grains_do_not_use_ConfigureAwait_false() =>
        Grains.Where(LeavesItsTurn).Select(g => g.FullName).ShouldBeEmpty();

    [Fact]
    public void The_checks_see_a_grain_that_locks_and_leaves()
    {
        LocksOf(typeof(BadGrain)).ShouldBe([typeof(Monitor).FullName!, typeof(ConcurrentDictionary<,>).FullName!], ignoreOrder: true);
        LeavesItsTurn(typeof(BadGrain)).ShouldBeTrue();
    }

    [Fact]
    public void Stored_states_have_unique_member_ids() =>
        Grains.SelectMany(States).Select(s => s.State).Distinct().SelectMany(StateFaults).ShouldBeEmpty();

    [Fact]
    public void No_two_states_of_a_storage_share_a_name() =>
        Grains.SelectMany(States).GroupBy(s => (s.Storage, s.Name)).Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(s => s.Grain.Name))}").ShouldBeEmpty();

    [Fact]
    public void The_checks_see_a_state_without_marks() =>
        States(typeof(BadGrain)).SelectMany(s => StateFaults(s.State))
            .ShouldBe(["BadState has no [GenerateSerializer]", "BadState has no [Alias]", "BadState.Count has no [Id]"]);

    private static IEnumerable<string> LocksOf(Type grain) =>
        Uses.TypesOf(grain).Select(t => t.FullName!).Intersect(s_locks);

    private static bool LeavesItsTurn(Type grain) =>
        Uses.MembersOf(grain).OfType<MethodInfo>().Any(m => m.Name == nameof(Task.ConfigureAwait) && m.GetParameters() is [{ ParameterType: var p }] && p == typeof(bool));

    private static IEnumerable<StoredState> States(Type grain) =>
        from constructor in grain.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        from parameter in constructor.GetParameters()
        let mark = parameter.GetCustomAttribute<PersistentStateAttribute>()
        where mark is not null
        select new StoredState(grain, mark.StateName, mark.StorageName ?? "Default", parameter.ParameterType.GetGenericArguments()[0]);

    private static IEnumerable<string> StateFaults(Type state)
    {
        if (state.GetCustomAttribute<GenerateSerializerAttribute>() is null)
            yield return $"{state.Name} has no [GenerateSerializer]";
        if (state.GetCustomAttribute<AliasAttribute>() is null)
            yield return $"{state.Name} has no [Alias]";
        var fields = state.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        foreach (var field in fields.Where(f => WireTypes.IdOf(state, f) is null))
            yield return $"{state.Name}.{WireTypes.NameOf(field)} has no [Id]";
        foreach (var twice in fields.GroupBy(f => WireTypes.IdOf(state, f)).Where(g => g.Key is not null && g.Count() > 1))
            yield return $"{state.Name} has [Id({twice.Key})] twice";
    }

    private sealed record StoredState(Type Grain, string Name, string Storage, Type State);

    internal sealed class BadState
    {
        public int Count { get; set; }
    }

    internal sealed class BadGrain([PersistentState("bad")] IPersistentState<BadState> state) : Grain
    {
        private readonly object _gate = new();
        private readonly ConcurrentDictionary<string, int> _counts = [];

        public async Task Count()
        {
            lock (_gate)
                _counts["x"] = ++state.State.Count;
            await state.WriteStateAsync().ConfigureAwait(false);
        }
    }
}
