namespace Actors.TestKit;

/// <summary>A fact that needs promtool, and is skipped with the reason where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PromtoolFactAttribute : FactAttribute
{
    /// <summary>Looks whether the program is installed.</summary>
    public PromtoolFactAttribute() => Skip = Promtool.WhyMissing;
}
