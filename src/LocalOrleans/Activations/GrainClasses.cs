using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>The grain classes of the loaded assemblies, by their grain type and by their interfaces.</summary>
internal sealed class GrainClasses(LocalRuntime runtime)
{
    private const string Suffix = "grain";

    private readonly ConcurrentDictionary<(Type, string?), GrainClass> _byInterface = new();
    private readonly ConcurrentDictionary<GrainType, GrainClass> _byName = new();
    private readonly ConcurrentDictionary<Type, Lazy<GrainClass>> _classes = new();

    public IEnumerable<GrainClass> All => _classes.Values.Where(each => each.IsValueCreated).Select(each => each.Value);

    /// <summary>The class that implements an interface; the prefix of its full name tells between several.</summary>
    public GrainClass Implementing(Type interfaceType, string? prefix) => _byInterface.GetOrAdd(
        (interfaceType, prefix), static (key, classes) => classes.ClassOf(Choose(key.Item1, key.Item2)), this);

    public GrainClass Of(GrainType grainType)
    {
        if (grainType == runtime.Observers.GrainType)
        {
            return runtime.Observers;
        }

        return _byName.GetOrAdd(grainType, static (name, classes) => classes.ClassOf(Named(name)), this);
    }

    /// <summary>The attribute's name, else the class's in lower case without "grain" at its end.</summary>
    private static GrainType NameOf(Type type)
    {
        if (type.GetCustomAttribute<GrainTypeAttribute>() is { } named)
        {
            return named.GetGrainType(null!, type);
        }

#pragma warning disable CA1308 // Orleans' own names are in lower case, and they are in stored ids.
        var name = type.Name.ToLowerInvariant();
#pragma warning restore CA1308
        return GrainType.Create(name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name);
    }

    private static IEnumerable<Type> GrainTypes()
    {
        var runtimeName = typeof(Grain).Assembly.GetName().Name;
        return AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => !assembly.IsDynamic && assembly.GetReferencedAssemblies().Any(each => each.Name == runtimeName))
            .SelectMany(TypesOf)
            .Where(type => type is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }
                && typeof(IGrainBase).IsAssignableFrom(type));
    }

    private static Type Named(GrainType name)
    {
        var types = GrainTypes().Where(each => NameOf(each) == name).ToArray();
        return types.Length switch
        {
            1 => types[0],
            0 => throw new ArgumentException($"No grain class has the grain type \"{name}\"."),
            _ => throw new OrleansConfigurationException($"The grain type \"{name}\" belongs to {string.Join<Type>(" and to ", types)}."),
        };
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException partly)
        {
            // A type whose package is absent is no grain that anybody could call.
            return partly.Types.OfType<Type>();
        }
    }

    private static Type Choose(Type interfaceType, string? prefix)
    {
        var candidates = GrainTypes().Where(interfaceType.IsAssignableFrom).ToArray();
        var named = prefix is null
            ? candidates
            : [.. candidates.Where(type => type.FullName!.StartsWith(prefix, StringComparison.Ordinal))];
        return named.Length == 1 ? named[0] : ByConvention(interfaceType, named);
    }

    private static Type ByConvention(Type interfaceType, Type[] candidates)
    {
        var bare = interfaceType.Name[1..];
        return candidates.FirstOrDefault(type => type.Name == bare || type.Name == bare + "Grain") ?? throw new ArgumentException(
            candidates.Length == 0
                ? $"Could not find an implementation for interface {interfaceType}."
                : $"Unable to identify a single appropriate grain type for interface {interfaceType}: {string.Join<Type>(", ", candidates)}.");
    }

    private GrainClass ClassOf(Type type) => _classes.GetOrAdd(type, each => new(() => Make(each))).Value;

    private GrainClass Make(Type type) => Named(NameOf(type)).GetCustomAttribute<StatelessWorkerAttribute>() is { } workers
        ? new StatelessWorkerClass(runtime, NameOf(type), type, workers.MaxLocalWorkers)
        : new SingleActivationClass(runtime, NameOf(type), type);
}
