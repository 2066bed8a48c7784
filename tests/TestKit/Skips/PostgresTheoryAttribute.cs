namespace Actors.TestKit;

/// <summary>A theory that needs a private PostgreSQL. Skipped if it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresTheoryAttribute : TheoryAttribute
{
    /// <summary>Checks whether the server can be started.</summary>
    public PostgresTheoryAttribute() => Skip = PostgresServer.WhyMissing;
}
