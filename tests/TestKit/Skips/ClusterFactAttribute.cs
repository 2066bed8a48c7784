namespace Actors.TestKit;

/// <summary>A fact with several silos: needs a private PostgreSQL, Redis and S3, and is skipped with the reason where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClusterFactAttribute : FactAttribute
{
    /// <summary>Looks whether the servers can be started here.</summary>
    public ClusterFactAttribute() => Skip = PostgresServer.WhyMissing ?? RedisServer.WhyMissing ?? S3Server.WhyMissing;
}
