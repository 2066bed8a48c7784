namespace Actors.TestKit;

/// <summary>A fact that reads the shared folder beside the repository. Skipped if it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SampleFactAttribute : FactAttribute
{
    /// <summary>Checks whether <paramref name="needs"/>, a path in the shared folder, exists.</summary>
    public SampleFactAttribute(string needs = "samples")
    {
        Needs = needs;
        Skip = SharedFolder.WhyMissing(needs);
    }

    /// <summary>The path that the test reads.</summary>
    public string Needs { get; }
}
