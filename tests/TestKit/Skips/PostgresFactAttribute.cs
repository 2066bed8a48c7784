namespace Actors.TestKit;

/// <summary>A fact that needs a private PostgreSQL. Skipped if it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Checks whether the server can be started.</summary>
    public PostgresFactAttribute() => Skip = PostgresServer.WhyMissing;
}
