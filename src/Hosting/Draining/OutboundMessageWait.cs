using Orleans.Configuration;

namespace Actors.Hosting.Draining;

/// <summary>
/// A stopping silo waits between the deactivation of its grains and leaving the cluster: calls that it forwarded to other silos are still in
/// progress, and answers are on the wire. Callers give up their calls to a silo that left.
/// </summary>
internal static class OutboundMessageWait
{
    /// <summary>Exceeds the duration of an ordinary call.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    public static ISiloBuilder UseOutboundMessageWait(this ISiloBuilder silo) =>
        silo.Configure<SiloMessagingOptions>(messaging => messaging.WaitForMessageToBeQueuedForOutboundTime = Wait);
}
