namespace Actors.Grains.Calls;

/// <summary>
/// On a method of a grain interface: when a call may be sent once more. Every method says it, or is <c>[ReadOnly]</c>, which may
/// always be repeated.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepeatableAttribute(Repeat when) : Attribute
{
    /// <summary>When.</summary>
    public Repeat When { get; } = when;
}
