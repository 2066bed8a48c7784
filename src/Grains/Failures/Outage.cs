using System.Data.Common;
using System.Net.Sockets;
using Actors.Persistence;
using Orleans.Storage;

namespace Actors.Grains.Failures;

/// <summary>Tells temporary failures from failures that need an operator.</summary>
public static class Outage
{
    /// <summary>True if the database, a silo or another host is temporarily unavailable. APIs answer 503 with <c>Retry-After</c>.</summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        StoreUnavailableException or TimeoutException => true,
        _ when IsOfCluster(failure) => true,
        // Orleans wraps the failures of its storage and connections.
        OrleansException { InnerException: { } cause } => IsTransient(cause),
        _ => failure is DbException or SocketException,
    };

    /// <summary>
    /// True if the cluster failed, not the request: a silo is lost or leaving, or there were two activations for a moment. A retry reaches another
    /// activation. A timeout is not included, because the grain or its dependency may just be slow.
    /// </summary>
    public static bool IsOfCluster(Exception failure) => failure is OrleansMessageRejectionException or InconsistentStateException
        || failure is OrleansException { InnerException: { } cause } && IsOfCluster(cause);
}
