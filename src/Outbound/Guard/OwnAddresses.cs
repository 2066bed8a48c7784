using System.Net;
using System.Net.NetworkInformation;

namespace Actors.Outbound.Guard;

/// <summary>The addresses of this machine, public ones too: behind them stand our own listeners.</summary>
internal sealed class OwnAddresses(TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private volatile Snapshot? latest;

    public bool Contains(IPAddress address)
    {
        var now = clock.GetTimestamp();
        if (latest is not { } current || clock.GetElapsedTime(current.Taken, now) > Lifetime)
        {
            latest = current = new Snapshot(now, Read());
        }

        return current.Addresses.Contains(address);
    }

    private static HashSet<IPAddress> Read() =>
        [.. NetworkInterface.GetAllNetworkInterfaces().SelectMany(network => network.GetIPProperties().UnicastAddresses).Select(own => own.Address)];

    private sealed record Snapshot(long Taken, HashSet<IPAddress> Addresses);
}
