namespace Actors.Cluster.Tests;

/// <summary>Stands in for this project's tests in the build that has no cluster.</summary>
public sealed class NotRun
{
    [Fact(Skip = "cluster build only, and its packages: tests/run -p:Cluster=true")]
    public void Tests_of_several_silos()
    {
        // Nothing runs here: the project's other files are not compiled.
    }
}
