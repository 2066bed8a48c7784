using System.Collections.Immutable;
using System.Reflection;

namespace Actors.Architecture.Tests.Grains;

/// <summary>
/// Checks whether a type may cross a grain interface. A call within a silo may pass the reference and a call to another silo a copy; both mean the
/// same only if the value is immutable. Every fault is one sentence.
/// </summary>
internal static class WireTypes
{
    private static readonly HashSet<Type> s_plain =
    [
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan),
        typeof(Uri), typeof(CancellationToken), typeof(GrainId),
    ];

    private static readonly HashSet<Type> s_collections =
    [
        typeof(ImmutableArray<>), typeof(ImmutableList<>), typeof(ImmutableHashSet<>), typeof(ImmutableSortedSet<>),
        typeof(ImmutableDictionary<,>), typeof(ImmutableSortedDictionary<,>), typeof(Nullable<>),
    ];

    /// <summary>Faults of one grain or observer interface, methods and types together.</summary>
    public static IEnumerable<string> FaultsOf(Type contract)
    {
        if (contract.GetCustomAttribute<AliasAttribute>() is null)
            yield return $"{contract.Name} has no [Alias]";
        foreach (var method in contract.GetMethods())
        {
            var seen = new HashSet<Type>();
            var crossing = method.GetParameters().Select(p => p.ParameterType).Concat(Results(method.ReturnType));
            foreach (var fault in crossing.SelectMany(t => FaultsOf(t, seen)))
                yield return $"{contract.Name}.{method.Name}: {fault}";
        }
    }

    private static Type[] Results(Type returned)
    {
        if (returned == typeof(void) || returned == typeof(Task) || returned == typeof(ValueTask))
            return [];
        return returned.IsGenericType ? returned.GetGenericArguments() : [returned];
    }

    private static IEnumerable<string> FaultsOf(Type type, HashSet<Type> seen)
    {
        if (type.IsPrimitive || type.IsEnum || type.IsGenericParameter || s_plain.Contains(type) || !seen.Add(type) || IsReference(type))
            return [];
        if (type.IsConstructedGenericType && s_collections.Contains(type.GetGenericTypeDefinition()))
            return type.GetGenericArguments().SelectMany(t => FaultsOf(t, seen));
        return type.Namespace?.StartsWith("Actors", StringComparison.Ordinal) == true
            ? MarkFaults(type).Concat(MemberFaults(type, seen))
            : [$"{Show(type)} is not known to be immutable"];
    }

    private static bool IsReference(Type type) =>
        type.IsInterface && (typeof(IGrain).IsAssignableFrom(type) || typeof(IGrainObserver).IsAssignableFrom(type));

    private static IEnumerable<string> MarkFaults(Type type)
    {
        if (type.GetMethod("<Clone>$") is null && !type.IsValueType)
            yield return $"{type.Name} is no record";
        if (type.GetCustomAttribute<GenerateSerializerAttribute>() is null)
            yield return $"{type.Name} has no [GenerateSerializer]";
        if (type.GetCustomAttribute<ImmutableAttribute>() is null)
            yield return $"{type.Name} has no [Immutable]";
        if (type.GetCustomAttribute<AliasAttribute>() is null)
            yield return $"{type.Name} has no [Alias]";
        if (!type.IsSealed && !type.IsAbstract)
            yield return $"{type.Name} is not sealed";
    }

    private static IEnumerable<string> MemberFaults(Type type, HashSet<Type> seen)
    {
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        foreach (var field in fields)
        {
            var name = NameOf(field);
            if (!field.IsInitOnly)
                yield return $"{type.Name}.{name} can be changed";
            if (IdOf(type, field) is null)
                yield return $"{type.Name}.{name} has no [Id]";
            foreach (var fault in FaultsOf(field.FieldType, seen))
                yield return $"{type.Name}.{name}: {fault}";
        }

        foreach (var twice in fields.Select(f => IdOf(type, f)).OfType<uint>().GroupBy(id => id).Where(g => g.Count() > 1))
            yield return $"{type.Name} has [Id({twice.Key})] twice";
    }

    internal static uint? IdOf(Type type, FieldInfo field)
    {
        var property = type.GetProperty(NameOf(field), BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        return (property?.GetCustomAttribute<IdAttribute>() ?? field.GetCustomAttribute<IdAttribute>())?.Id;
    }

    // The field behind a property is called <Name>k__BackingField.
    internal static string NameOf(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private static string Show(Type type) => type.IsGenericType ? $"{type.Name}[{string.Join(", ", type.GetGenericArguments().Select(Show))}]" : type.Name;
}
