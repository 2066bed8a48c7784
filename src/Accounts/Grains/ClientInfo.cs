namespace Actors.Accounts.Grains;

/// <summary>What a session shows its owner about the device that opened it.</summary>
/// <param name="Network">The client's network (IPv4 /24, IPv6 /64), not its address.</param>
/// <param name="UserAgent">What the client calls itself, at most <see cref="MaxUserAgent"/> characters.</param>
[GenerateSerializer, Immutable, Alias("accounts.ClientInfo")]
internal sealed record ClientInfo([property: Id(0)] string Network, [property: Id(1)] string? UserAgent)
{
    public const int MaxUserAgent = 200;
}
