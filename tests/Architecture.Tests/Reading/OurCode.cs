using System.Reflection;

namespace Actors.Architecture.Tests.Reading;

/// <summary>Our built assemblies, without tests.</summary>
internal static class OurCode
{
    public static readonly IReadOnlyList<string> Rooms = ["Catalog", "Accounts", "Administration", "Titles", "Audience", "Planner"];

    private static readonly string[] NotOurs = ["Tests", "TestKit", "Benchmarks"];

    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "Actors.*.dll").Where(IsProduct).Select(f => Assembly.Load(AssemblyName.GetAssemblyName(f)))];

    /// <summary>Types that somebody wrote: no compiler's, no code generator's.</summary>
    public static IEnumerable<Type> Types => Assemblies.SelectMany(TypesOf);

    public static IEnumerable<Assembly> RoomAssemblies => Assemblies.Where(a => Rooms.Contains(Name(a)));

    public static string Name(Assembly assembly) => assembly.GetName().Name!["Actors.".Length..];

    public static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly.GetTypes().Where(t => !t.FullName!.Contains('<') && t.Namespace?.StartsWith("OrleansCodeGen", StringComparison.Ordinal) != true
            && t.Namespace?.StartsWith("Actors", StringComparison.Ordinal) == true);

    private static bool IsProduct(string file) => !NotOurs.Any(n => Path.GetFileNameWithoutExtension(file).EndsWith(n, StringComparison.Ordinal));
}
