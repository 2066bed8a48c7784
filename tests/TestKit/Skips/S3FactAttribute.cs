namespace Actors.TestKit;

/// <summary>A fact that needs a private S3 server, and is skipped with the reason where that is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class S3FactAttribute : FactAttribute
{
    /// <summary>Looks whether the server can be started here.</summary>
    public S3FactAttribute() => Skip = S3Server.WhyMissing;
}
