namespace Actors.TestKit;

/// <summary>A fact that needs a private Redis. Skipped if it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisFactAttribute : FactAttribute
{
    /// <summary>Checks whether the server can be started.</summary>
    public RedisFactAttribute() => Skip = RedisServer.WhyMissing;
}
