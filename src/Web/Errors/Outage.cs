namespace Actors.Plumbing.Errors;

/// <summary>Tells what passes by itself from what somebody has to look into.</summary>
public static class Outage
{
    /// <summary>Whether a failure is that of something that is away for a moment: what would be answered 503 with <c>Retry-After</c>.</summary>
    public static bool IsTransient(Exception failure) => ErrorOfException.Of(failure).Status == StatusCodes.Status503ServiceUnavailable;
}
