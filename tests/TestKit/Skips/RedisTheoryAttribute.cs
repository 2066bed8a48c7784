namespace Actors.TestKit;

/// <summary>A theory that needs a private Redis. Skipped if it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisTheoryAttribute : TheoryAttribute
{
    /// <summary>Checks whether the server can be started.</summary>
    public RedisTheoryAttribute() => Skip = RedisServer.WhyMissing;
}
