using Actors.Grains.Failures;

namespace Actors.Web.Errors;

/// <summary>Maps an unhandled exception to an error without its message.</summary>
internal static class ErrorOfException
{
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(5);

    private static ApiError Unavailable => ApiError.OfStatus(StatusCodes.Status503ServiceUnavailable) with { RetryAfter = s_retryAfter };

    public static ApiError Of(Exception failure) => failure switch
    {
        BadHttpRequestException bad => ApiError.OfStatus(bad.StatusCode),
        _ when Outage.IsTransient(failure) => Unavailable,
        _ => ApiError.OfStatus(StatusCodes.Status500InternalServerError),
    };
}
