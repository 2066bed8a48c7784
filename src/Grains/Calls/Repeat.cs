namespace Actors.Grains.Calls;

/// <summary>When the retry filter may send a failed call again.</summary>
public enum Repeat
{
    /// <summary>Never: a second execution has a visible effect, even if the first one ended with a write conflict.</summary>
    Never,

    /// <summary>
    /// Only after a write conflict: another activation wrote the state in between. All effects before the write are idempotent, but a second complete
    /// execution would have a visible effect.
    /// </summary>
    IfRefused,

    /// <summary>After a write conflict and after the loss of a silo: the method is idempotent, or its effect was in memory and is lost as well.</summary>
    Always,
}
