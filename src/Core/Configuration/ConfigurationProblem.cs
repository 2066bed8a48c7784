namespace Actors.Core.Configuration;

/// <summary>One setting that is not accepted.</summary>
/// <param name="Setting">The setting's name, as in the environment.</param>
/// <param name="Sentence">What is wrong and what would be right.</param>
public sealed record ConfigurationProblem(string Setting, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Setting}: {Sentence}";
}
