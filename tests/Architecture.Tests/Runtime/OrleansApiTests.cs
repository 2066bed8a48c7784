using System.Reflection;
using Actors.TestKit;

namespace Actors.Architecture.Tests.Runtime;

/// <summary>
/// LocalOrleans has no public API that Orleans lacks. The file beside this one lists what LocalOrleans declares; the default
/// build checks LocalOrleans against the file, and the cluster build checks the file against Microsoft's assemblies.
/// </summary>
public sealed class OrleansApiTests
{
    private static readonly string[] Listed = File.ReadAllLines(RepoRoot.Combine("tests/Architecture.Tests/Runtime/orleans-api.txt"));

#if CLUSTER
    [Fact]
    public void Every_listed_name_exists_in_Orleans()
    {
        var orleans = Directory.EnumerateFiles(AppContext.BaseDirectory, "Orleans*.dll").Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "Microsoft.Orleans*.dll"));
        Listed.Except(PublicApi.Of(orleans.Select(f => Assembly.Load(AssemblyName.GetAssemblyName(f))))).ShouldBeEmpty();
    }
#else
    [Fact]
    public void LocalOrleans_declares_nothing_that_is_not_listed() =>
        PublicApi.Of([typeof(Grain).Assembly]).Except(Listed).ShouldBeEmpty();
#endif

    [Fact]
    public void The_check_sees_an_addition() =>
        PublicApi.Of([Assembly.GetExecutingAssembly()]).ShouldContain(line => line.Contains("OrleansApiTests . The_check_sees_an_addition() : Void", StringComparison.Ordinal));
}
