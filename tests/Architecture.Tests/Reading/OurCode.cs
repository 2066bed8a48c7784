using System.Reflection;

namespace Actors.Architecture.Tests.Reading;

/// <summary>The program's assemblies, without tests.</summary>
internal static class OurCode
{
    public static readonly IReadOnlyList<string> Modules = ["Catalog", "Accounts", "Administration", "Titles", "Audience", "Planner", "Console"];

    private static readonly string[] s_notOurs = ["Tests", "TestKit", "Benchmarks"];

    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "Actors.*.dll").Where(IsProduct).Select(f => Assembly.Load(AssemblyName.GetAssemblyName(f)))];

    /// <summary>Types of the source code, without those of the compiler and of code generators.</summary>
    public static IEnumerable<Type> Types => Assemblies.SelectMany(TypesOf);

    public static IEnumerable<Assembly> ModuleAssemblies => Assemblies.Where(a => Modules.Contains(Name(a)));

    public static string Name(Assembly assembly) => assembly.GetName().Name!["Actors.".Length..];

    public static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.FullName!.Contains('<') && t.Namespace?.StartsWith("OrleansCodeGen", StringComparison.Ordinal) != true
            && t.Namespace?.StartsWith("Actors", StringComparison.Ordinal) == true);

    private static bool IsProduct(string file) => !s_notOurs.Any(n => Path.GetFileNameWithoutExtension(file).EndsWith(n, StringComparison.Ordinal));
}
