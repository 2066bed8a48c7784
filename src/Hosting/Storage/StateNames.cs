using System.Collections.Frozen;
using System.Reflection;
using Orleans.Metadata;

namespace Actors.Hosting.Storage;

/// <summary>
/// Which grain class keeps each state of the default storage. Orleans' tables know a state by its name alone, which is unique in this
/// program; the common tables know it by grain type as well.
/// </summary>
internal sealed class StateNames
{
    private readonly FrozenDictionary<string, string> _grains;

    public StateNames(GrainTypeResolver types) => _grains = AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => assembly.GetName().Name?.StartsWith("Actors.", StringComparison.Ordinal) == true)
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsClass && !type.IsAbstract && typeof(IGrain).IsAssignableFrom(type) && typeof(Grain).IsAssignableFrom(type))
        .SelectMany(type => DefaultStates(type).Select(state => (State: state, Grain: types.GetGrainType(type).ToString()!)))
        .ToFrozenDictionary(found => found.State, found => found.Grain, StringComparer.Ordinal);

    /// <summary>The grain type that keeps a state.</summary>
    /// <exception cref="KeyNotFoundException">No grain of this program keeps it.</exception>
    public string GrainOf(string state) => _grains.TryGetValue(state, out var grain) ? grain
        : throw new KeyNotFoundException($"No grain of this program keeps a state \"{state}\" in the default storage.");

    private static IEnumerable<string> DefaultStates(Type grain) => grain.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<PersistentStateAttribute>())
        .Where(state => state is { StorageName: null })
        .Select(state => state!.StateName);
}
