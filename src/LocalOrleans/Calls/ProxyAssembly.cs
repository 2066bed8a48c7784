using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Orleans.Calls;

/// <summary>The generated code for the grain interfaces of one assembly.</summary>
internal sealed class ProxyAssembly
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<ProxyAssembly>> Known = new();

    private readonly Lock _gate = new();
    private readonly ModuleBuilder _module;
    private int _count;

    private ProxyAssembly(Assembly interfaces)
    {
        var name = new AssemblyName(interfaces.GetName().Name + ".Calls");
        var assembly = AssemblyBuilder.DefineDynamicAssembly(name, AssemblyBuilderAccess.Run);
        var names = interfaces.GetReferencedAssemblies().Select(each => each.Name!)
            .Append(interfaces.GetName().Name!).Append(typeof(ProxyAssembly).Assembly.GetName().Name!).Distinct();
        var constructor = typeof(IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;
        foreach (var seen in names)
        {
            assembly.SetCustomAttribute(new CustomAttributeBuilder(constructor, [seen]));
        }

        _module = assembly.DefineDynamicModule(name.Name!);
    }

    public static ProxyAssembly Of(Assembly interfaces) =>
        Known.GetOrAdd(interfaces, static each => new(() => new ProxyAssembly(each))).Value;

    /// <summary>Makes the reference class of an interface.</summary>
    public Type Build(Type interfaceType)
    {
        lock (_gate)
        {
            return new ProxyBuilder(this, interfaceType).Build();
        }
    }

    public TypeBuilder Define(string name, Type parent) => _module.DefineType(
        $"{name}_{++_count}", TypeAttributes.Class | TypeAttributes.Public | TypeAttributes.Sealed, parent);
}
