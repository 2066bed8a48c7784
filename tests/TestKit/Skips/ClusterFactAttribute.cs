namespace Actors.TestKit;

/// <summary>A fact with several silos. Skipped if PostgreSQL, Redis or S3 is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClusterFactAttribute : FactAttribute
{
    /// <summary>Checks whether the servers can be started.</summary>
    public ClusterFactAttribute() => Skip = PostgresServer.WhyMissing ?? RedisServer.WhyMissing ?? S3Server.WhyMissing;
}
