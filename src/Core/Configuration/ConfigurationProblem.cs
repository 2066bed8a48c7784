namespace Actors.Core.Configuration;

/// <summary>A setting that is not accepted.</summary>
/// <param name="Setting">The setting's name in the environment.</param>
/// <param name="Sentence">What is wrong, and which values are accepted.</param>
public sealed record ConfigurationProblem(string Setting, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Setting}: {Sentence}";
}
