namespace Actors.TestKit;

/// <summary>A theory that needs a private S3 server. Skipped if it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class S3TheoryAttribute : TheoryAttribute
{
    /// <summary>Checks whether the server can be started.</summary>
    public S3TheoryAttribute() => Skip = S3Server.WhyMissing;
}
