using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Tree;

/// <summary>The README of a module names its grains and tables, and stays short.</summary>
public sealed class ModuleReadmeTests
{
    private const int MaxLines = 100;
    private const int MaxLinesOfTopReadme = 130;

    public static TheoryData<string> Modules => [.. OurCode.ModuleAssemblies.Select(OurCode.Name)];

    public static TheoryData<string> Readmes =>
        [.. Tracked.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith("/README.md", StringComparison.Ordinal) && file != "src/README.md")];

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_grain_is_in_the_map(string module) =>
        OurCode.ModuleAssemblies.Single(assembly => OurCode.Name(assembly) == module).GetTypes().Where(type => type.IsInterface && type.IsAssignableTo(typeof(IGrain)))
            .Select(type => type.Name).Where(name => !Text(module).Contains($"| `{name}` |", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Modules))]
    public void Every_table_of_the_schema_is_named(string module) =>
        Tracked.Files.Where(file => file.StartsWith($"src/{module}/Schema/", StringComparison.Ordinal) && file.EndsWith(".sql", StringComparison.Ordinal))
            .SelectMany(file => Tracked.Text(file).Split('\n')).Where(line => line.StartsWith("CREATE TABLE ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[2]).Where(table => !Text(module).Contains($"`{table}`", StringComparison.Ordinal)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Readmes))]
    public void A_readme_below_src_is_short(string readme) => LinesOf(readme).ShouldBeLessThanOrEqualTo(MaxLines);

    [Fact]
    public void The_top_readme_is_short() => LinesOf("README.md").ShouldBeLessThanOrEqualTo(MaxLinesOfTopReadme);

    private static string Text(string module) => Tracked.Text($"src/{module}/README.md");

    private static int LinesOf(string file) => Tracked.Text(file).Count(letter => letter == '\n');
}
