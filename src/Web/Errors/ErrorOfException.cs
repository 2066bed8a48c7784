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
        StoreUnavailableException or TimeoutException => Unavailable,
        _ when IsOfCluster(failure) => Unavailable,
        // Orleans wraps what its own storage and its connections fail with.
        OrleansException { InnerException: { } cause } => Of(cause),
        DbException or SocketException => Unavailable,
        _ => ApiError.OfStatus(StatusCodes.Status500InternalServerError),
    };

    /// <summary>
    /// Whether it is not the request that failed but the way to its grain: a silo that is lost or leaving, or an activation that was not
    /// the only one for a moment. The next attempt finds another. A call that merely took too long is not: its grain is slow, or what the grain waits for.
    /// </summary>
    public static bool IsOfCluster(Exception failure) => failure is OrleansMessageRejectionException or InconsistentStateException
        || failure is OrleansException { InnerException: { } cause } && IsOfCluster(cause);

    private static ApiError Unavailable => ApiError.OfStatus(StatusCodes.Status503ServiceUnavailable) with { RetryAfter = TryAgain };
}
