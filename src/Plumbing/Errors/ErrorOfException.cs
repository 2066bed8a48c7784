using Actors.Plumbing.Storage;

namespace Actors.Plumbing.Errors;

/// <summary>What an exception that nobody handled is answered with; its message stays in the log.</summary>
internal static class ErrorOfException
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    public static ApiError Of(Exception failure) => failure switch
    {
        BadHttpRequestException bad => ApiError.OfStatus(bad.StatusCode),
        StoreUnavailableException or TimeoutException or OrleansMessageRejectionException => Unavailable,
        _ => ApiError.OfStatus(StatusCodes.Status500InternalServerError),
    };

    private static ApiError Unavailable => ApiError.OfStatus(StatusCodes.Status503ServiceUnavailable) with { RetryAfter = TryAgain };
}
