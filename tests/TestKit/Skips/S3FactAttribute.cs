namespace Actors.TestKit;

/// <summary>A fact that needs a private S3 server. Skipped if it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class S3FactAttribute : FactAttribute
{
    /// <summary>Checks whether the server can be started.</summary>
    public S3FactAttribute() => Skip = S3Server.WhyMissing;
}
