using Actors.Catalog;
using Actors.TestKit;

namespace Actors.Architecture.Tests.Tree;

/// <summary>What can be counted in a module's README is checked, or it rots.</summary>
public sealed class ModuleReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(RepoRoot.Combine("src/Catalog/README.md"));

    [Fact]
    public void Every_grain_is_in_the_map() =>
        typeof(CatalogModule).Assembly.GetTypes().Where(t => t.IsInterface && t.IsAssignableTo(typeof(IGrain)))
            .Select(t => t.Name).Where(name => !s_readme.Contains($"| `{name}` |", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Every_table_of_the_schema_is_named() =>
        Directory.GetFiles(RepoRoot.Combine("src/Catalog/Schema"), "*.sql")
            .SelectMany(File.ReadAllLines).Where(line => line.StartsWith("CREATE TABLE ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')[2]).Where(table => !s_readme.Contains($"`{table}`", StringComparison.Ordinal)).ShouldBeEmpty();
}
