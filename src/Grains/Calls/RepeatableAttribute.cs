namespace Actors.Grains.Calls;

/// <summary>
/// Declares when the retry filter may send a failed call of a grain method again. Every grain method has this attribute or <c>[ReadOnly]</c>;
/// read-only methods may always be retried.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepeatableAttribute(Repeat when) : Attribute
{
    /// <summary>When a call may be sent again.</summary>
    public Repeat When { get; } = when;
}
