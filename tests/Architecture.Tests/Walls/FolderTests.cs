using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Walls;

/// <summary>Inside a project the folders that a reader sees first depend on each other in one direction only.</summary>
public sealed class FolderTests
{
    private const int Examples = 8;

    [Fact]
    public void No_folders_depend_on_each_other_in_a_circle() => OurCode.Assemblies.SelectMany(a => Circles(Edges(OurCode.TypesOf(a), OurCode.Name(a)))).ShouldBeEmpty();

    [Fact]
    public void The_check_sees_a_circle()
    {
        var circle = new[] { ("A", "B", "a1 uses b1"), ("B", "C", "b2 uses c1"), ("C", "A", "c2 uses a2"), ("C", "D", "c3 uses d1") };
        Circles(circle).Single().ShouldStartWith("A, B, C:");
        Circles(circle.Take(2)).ShouldBeEmpty();
    }

    // From folder to folder, and an example of what makes the edge.
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
        var examples = edges.GroupBy(e => (e.From, e.To)).ToDictionary(g => g.Key, g => string.Join("; ", g.Select(e => e.Example).Distinct().Take(Examples)));
        var folders = examples.Keys.SelectMany(e => new[] { e.From, e.To }).Distinct().Order(StringComparer.Ordinal).ToList();
        var reach = folders.ToDictionary(f => f, f => Reachable(f, examples.Keys));
        var circles = folders.Where(f => reach[f].Contains(f)).GroupBy(f => folders.First(g => reach[f].Contains(g) && reach[g].Contains(f)));
        return circles.Select(circle =>
        {
            var of = circle.ToHashSet();
            return $"{string.Join(", ", circle)}:\n  {string.Join("\n  ", examples.Where(e => of.Contains(e.Key.From) && of.Contains(e.Key.To)).Select(e => $"{e.Key.From} -> {e.Key.To} ({e.Value})"))}";
        });
    }

    private static HashSet<string> Reachable(string from, IEnumerable<(string From, string To)> edges)
    {
        var next = edges.ToLookup(e => e.From, e => e.To);
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
