namespace Actors.TestKit;

/// <summary>A theory that needs a private Redis, and is skipped with the reason where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks whether the server can be started here.</summary>
    public RedisTheoryAttribute() => Skip = RedisServer.WhyMissing;
}
