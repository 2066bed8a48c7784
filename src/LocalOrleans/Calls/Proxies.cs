using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>The generated reference classes, one for each interface, made when first asked for.</summary>
internal static class Proxies
{
    private static readonly ConcurrentDictionary<Type, Lazy<Func<ReferenceShared, IdSpan, GrainReference>>> Constructors = new();

    public static Func<ReferenceShared, IdSpan, GrainReference> ConstructorOf(Type interfaceType) =>
        interfaceType == typeof(IAddressable)
            ? static (shared, key) => new GrainReference(shared, key)
            : Constructors.GetOrAdd(interfaceType, static type => new(() => Build(type))).Value;

    private static Func<ReferenceShared, IdSpan, GrainReference> Build(Type interfaceType)
    {
        var proxy = ProxyAssembly.Of(interfaceType.Assembly).Build(interfaceType);
        var constructor = proxy.GetConstructor(BindingFlags.Public | BindingFlags.Instance, [typeof(ReferenceShared), typeof(IdSpan)])!;
        var shared = Expression.Parameter(typeof(ReferenceShared));
        var key = Expression.Parameter(typeof(IdSpan));
        return Expression.Lambda<Func<ReferenceShared, IdSpan, GrainReference>>(
            Expression.New(constructor, shared, key), shared, key).Compile();
    }
}
