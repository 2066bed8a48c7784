using System.Net;
using System.Net.NetworkInformation;

namespace Actors.Outbound.Guard;

/// <summary>The addresses of this machine, including public ones: this program's own listeners use them.</summary>
internal sealed class OwnAddresses(TimeProvider timeProvider)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(1);
    private volatile Snapshot? _latest;

    public bool Contains(IPAddress address)
    {
        var now = timeProvider.GetTimestamp();
        if (_latest is not { } current || timeProvider.GetElapsedTime(current.Taken, now) > s_lifetime)
        {
            _latest = current = new Snapshot(now, Read());
        }

        return current.Addresses.Contains(address);
    }

    private static HashSet<IPAddress> Read() =>
        [.. NetworkInterface.GetAllNetworkInterfaces().SelectMany(network => network.GetIPProperties().UnicastAddresses).Select(own => own.Address)];

    private sealed record Snapshot(long Taken, HashSet<IPAddress> Addresses);
}
