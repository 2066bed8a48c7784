using Actors.Grains.Failures;

namespace Actors.Web.Errors;

/// <summary>The answer to an unhandled exception; its message stays in the log.</summary>
internal static class ErrorOfException
{
    private static readonly TimeSpan s_tryAgain = TimeSpan.FromSeconds(5);

    private static ApiError Unavailable => ApiError.OfStatus(StatusCodes.Status503ServiceUnavailable) with { RetryAfter = s_tryAgain };

    public static ApiError Of(Exception failure) => failure switch
    {
        BadHttpRequestException bad => ApiError.OfStatus(bad.StatusCode),
        _ when Outage.IsTransient(failure) => Unavailable,
        _ => ApiError.OfStatus(StatusCodes.Status500InternalServerError),
    };
}
