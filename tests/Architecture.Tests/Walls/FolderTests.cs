using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Walls;

/// <summary>Folders of a project are small and flat, and their dependencies have no cycles.</summary>
public sealed class FolderTests
{
    private const int MostFiles = 25;
    private const int MostLevels = 2;
    private const int Examples = 3;

    [Fact]
    public void A_folder_has_few_files() =>
        Tracked.CSharp("src/").GroupBy(Path.GetDirectoryName).Where(folder => folder.Count() > MostFiles).Select(folder => $"{folder.Key}: {folder.Count()}").ShouldBeEmpty();

    [Fact]
    public void A_project_is_at_most_two_levels_deep() =>
        Tracked.CSharp("src/").Select(file => Path.GetDirectoryName(file)!).Where(folder => folder.Split('/').Length - "src/Project".Split('/').Length > MostLevels)
            .Distinct().ShouldBeEmpty();

    [Fact]
    public void No_folders_depend_on_each_other_in_a_circle() =>
        OurCode.Assemblies.SelectMany(assembly => Circles(Edges(OurCode.TypesOf(assembly), OurCode.Name(assembly)))).ShouldBeEmpty();

    [Fact]
    public void The_check_sees_a_circle()
    {
        var edges = new[] { ("A", "B", "a1 uses b1"), ("B", "C", "b2 uses c1"), ("C", "A", "c2 uses a2"), ("C", "D", "c3 uses d1") };
        Circles(edges).Single().ShouldStartWith("A, B, C:");
        Circles(edges.Take(2)).ShouldBeEmpty();
    }

    // One edge for each pair of types in different folders of the first level.
    private static IEnumerable<(string From, string To, string Example)> Edges(IEnumerable<Type> types, string project) =>
        from type in types
        where !type.IsNested
        let folder = FolderOf(type, project)
        where folder is not null
        from used in Uses.TypesOf(type)
        let other = used.Assembly == type.Assembly ? FolderOf(used, project) : null
        where other is not null && other != folder
        select (folder, other, $"{type.Name} uses {used.Name}");

    private static string? FolderOf(Type type, string project) =>
        type.Namespace?.Split('.') is ["Actors", var name, var folder, ..] && name == project ? $"{project}/{folder}" : null;

    private static IEnumerable<string> Circles(IEnumerable<(string From, string To, string Example)> edges)
    {
        var examples = edges.GroupBy(edge => (edge.From, edge.To))
            .ToDictionary(group => group.Key, group => string.Join("; ", group.Select(edge => edge.Example).Distinct().Take(Examples)));
        var next = examples.Keys.ToLookup(edge => edge.From, edge => edge.To);
        var folders = examples.Keys.SelectMany(edge => new[] { edge.From, edge.To }).Distinct().Order(StringComparer.Ordinal).ToList();
        var reach = folders.ToDictionary(folder => folder, folder => Reachable(folder, next));
        return folders.Where(folder => reach[folder].Contains(folder))
            .GroupBy(folder => folders.First(other => reach[folder].Contains(other) && reach[other].Contains(folder)))
            .Select(circle => Describe([.. circle], examples));
    }

    private static string Describe(IReadOnlyCollection<string> circle, Dictionary<(string From, string To), string> examples)
    {
        var edges = examples.Where(edge => circle.Contains(edge.Key.From) && circle.Contains(edge.Key.To));
        return $"{string.Join(", ", circle)}: {string.Join(" | ", edges.Select(edge => $"{edge.Key.From} -> {edge.Key.To} ({edge.Value})"))}";
    }

    private static HashSet<string> Reachable(string from, ILookup<string, string> next)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(next[from]);
        while (open.TryPop(out var folder))
        {
            if (!seen.Add(folder)) continue;
            foreach (var further in next[folder]) open.Push(further);
        }

        return seen;
    }
}
