using System.Collections.Frozen;
using System.Reflection;
using Orleans.Metadata;

namespace Actors.Hosting.Storage;

/// <summary>
/// Maps each state of the default storage to its grain type. Orleans' tables store only the state's name, which is unique in this program;
/// exports name the grain type too.
/// </summary>
internal sealed class StateGrainTypes
{
    private readonly FrozenDictionary<string, string> _grainTypes;

    public StateGrainTypes(GrainTypeResolver resolver) => _grainTypes = AppDomain.CurrentDomain.GetAssemblies()
        .Where(assembly => assembly.GetName().Name?.StartsWith("Actors.", StringComparison.Ordinal) == true)
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsClass && !type.IsAbstract && typeof(IGrain).IsAssignableFrom(type) && typeof(Grain).IsAssignableFrom(type))
        .SelectMany(type => DefaultStates(type).Select(state => (State: state, Grain: resolver.GetGrainType(type).ToString()!)))
        .ToFrozenDictionary(found => found.State, found => found.Grain, StringComparer.Ordinal);

    /// <summary>The grain type of a state.</summary>
    /// <exception cref="KeyNotFoundException">No grain of this program has the state.</exception>
    public string Of(string state) => _grainTypes.TryGetValue(state, out var grain) ? grain
        : throw new KeyNotFoundException($"No grain of this program has a state \"{state}\" in the default storage.");

    private static IEnumerable<string> DefaultStates(Type grain) => grain.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .Select(parameter => parameter.GetCustomAttribute<PersistentStateAttribute>())
        .Where(state => state is { StorageName: null })
        .Select(state => state!.StateName);
}
