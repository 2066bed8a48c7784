using System.Data.Common;
using System.Net.Sockets;
using Actors.Plumbing.Storage;
using Orleans.Storage;

namespace Actors.Plumbing.Errors;

/// <summary>What an exception that nobody handled is answered with; its message stays in the log.</summary>
internal static class ErrorOfException
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    public static ApiError Of(Exception failure) => failure switch
    {
        BadHttpRequestException bad => ApiError.OfStatus(bad.StatusCode),
        StoreUnavailableException or TimeoutException or OrleansMessageRejectionException => Unavailable,
        // An activation that was not the only one, for a moment, and ended: the next call finds the other.
        InconsistentStateException => Unavailable,
        // Orleans wraps what its own storage and its connections fail with.
        OrleansException { InnerException: { } cause } => Of(cause),
        DbException or SocketException => Unavailable,
        _ => ApiError.OfStatus(StatusCodes.Status500InternalServerError),
    };

    private static ApiError Unavailable => ApiError.OfStatus(StatusCodes.Status503ServiceUnavailable) with { RetryAfter = TryAgain };
}
