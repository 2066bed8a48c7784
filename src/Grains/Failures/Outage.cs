using System.Data.Common;
using System.Net.Sockets;
using Actors.Persistence;
using Orleans.Storage;

namespace Actors.Grains.Failures;

/// <summary>Tells temporary failures from those that an operator must look into.</summary>
public static class Outage
{
    /// <summary>Whether the database, a silo or another host is away for the moment: an API answers 503 with <c>Retry-After</c>.</summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        StoreUnavailableException or TimeoutException => true,
        _ when IsOfCluster(failure) => true,
        // Orleans wraps what its own storage and its connections fail with.
        OrleansException { InnerException: { } cause } => IsTransient(cause),
        _ => failure is DbException or SocketException,
    };

    /// <summary>
    /// Whether the way to the grain failed and not the request: a silo is lost or leaving, or for a moment there were two activations.
    /// The next attempt finds another activation. A call that took too long is not one of these: the grain is slow, or what it waits for.
    /// </summary>
    public static bool IsOfCluster(Exception failure) => failure is OrleansMessageRejectionException or InconsistentStateException
        || failure is OrleansException { InnerException: { } cause } && IsOfCluster(cause);
}
