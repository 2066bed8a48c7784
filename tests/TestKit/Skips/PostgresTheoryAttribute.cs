namespace Actors.TestKit;

/// <summary>A theory that needs a private PostgreSQL, and is skipped with the reason where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    /// <summary>Looks whether the server can be started here.</summary>
    public PostgresTheoryAttribute() => Skip = PostgresServer.WhyMissing;
}
