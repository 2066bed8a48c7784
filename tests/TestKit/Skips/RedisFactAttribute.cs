namespace Actors.TestKit;

/// <summary>A fact that needs a private Redis server, and is skipped with the reason where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RedisFactAttribute : FactAttribute
{
    /// <summary>Looks whether the server can be started here.</summary>
    public RedisFactAttribute() => Skip = RedisServer.WhyMissing;
}
