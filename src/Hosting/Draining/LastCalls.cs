using Orleans.Configuration;

namespace Actors.Hosting.Draining;

/// <summary>
/// Between the end of its grains and its leaving the list, a silo waits: calls that it passed on to other silos are still under way for
/// callers that believe them to be here, and answers are still on the wire. Whoever sees a silo leave gives up what it asked of it.
/// </summary>
internal static class LastCalls
{
    /// <summary>Longer than an ordinary call takes.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(2);

    /// <summary>Makes the silo wait.</summary>
    public static ISiloBuilder UseLastCalls(this ISiloBuilder silo) =>
        silo.Configure<SiloMessagingOptions>(messaging => messaging.WaitForMessageToBeQueuedForOutboundTime = Wait);
}
