using System.Reflection;

namespace Actors.Architecture.Tests.Runtime;

/// <summary>The public surface of assemblies, a line for every type and member that other code can name.</summary>
internal static class PublicApi
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    public static IEnumerable<string> Of(IEnumerable<Assembly> assemblies) =>
        assemblies.SelectMany(a => a.GetExportedTypes()).SelectMany(Lines).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Lines(Type type)
    {
        IEnumerable<Type> levels = type.IsInterface ? [type, .. type.GetInterfaces()] : [type];
        var members = levels.SelectMany(t => t.GetMembers(All)).Where(m => m.DeclaringType?.Namespace?.StartsWith("System", StringComparison.Ordinal) != true);
        return members.Select(Show).OfType<string>().Select(m => $"{Show(type)} . {m}").Prepend($"{Show(type)} is a {Kind(type)}");
    }

    private static string Kind(Type type)
    {
        if (type.IsInterface)
            return "interface";
        if (type.IsEnum)
            return "enum";
        return type.IsValueType ? "struct" : "class";
    }

    private static string? Show(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } c when Visible(c) => $"new({Parameters(c)})",
        MethodInfo m when Visible(m) => $"{m.Name}({Parameters(m)}) : {Show(m.ReturnType)}",
        FieldInfo { IsSpecialName: false } f when f.IsPublic || f.IsFamily => $"{f.Name} : {Show(f.FieldType)}",
        _ => null,
    };

    private static bool Visible(MethodBase method) =>
        (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && !method.Name.Contains('<', StringComparison.Ordinal);

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => Show(p.ParameterType)));

    private static string Show(Type type)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (type.HasElementType)
            return Show(type.GetElementType()!) + (type.IsArray ? "[]" : "&");
        var name = type.IsNested ? $"{Show(type.DeclaringType!)}+{type.Name}" : type.Namespace is "System" ? type.Name : $"{type.Namespace}.{type.Name}";
        return type.IsGenericType ? $"{name}[{string.Join(", ", type.GetGenericArguments().Select(Show))}]" : name;
    }
}
