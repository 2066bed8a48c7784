namespace Actors.TestKit;

/// <summary>A fact that needs a private PostgreSQL, and is skipped with the reason where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Looks whether the server can be started here.</summary>
    public PostgresFactAttribute() => Skip = PostgresServer.WhyMissing;
}
