namespace Actors.TestKit;

/// <summary>A fact that reads the shared folder beside the repository, and is skipped with the reason where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SampleFactAttribute : FactAttribute
{
    /// <summary>Looks whether <paramref name="needs"/> (a path in the shared folder) is there.</summary>
    public SampleFactAttribute(string needs = "samples")
    {
        Needs = needs;
        Skip = SharedFolder.WhyMissing(needs);
    }

    /// <summary>What the test reads.</summary>
    public string Needs { get; }
}
