using System.Text.Json.Serialization;

namespace Actors.Accounts.Sessions;

/// <summary>What a session shows its owner about the device that opened it, and where the request comes from.</summary>
/// <param name="Network">The client's network (IPv4 /24, IPv6 /64), not its address.</param>
/// <param name="UserAgent">What the client calls itself, at most <see cref="MaxUserAgent"/> characters.</param>
[GenerateSerializer, Immutable, Alias("accounts.ClientInfo")]
internal sealed record ClientInfo([property: Id(0)] string Network, [property: Id(1)] string? UserAgent)
{
    public const int MaxUserAgent = 200;

    /// <summary>Where the request comes from, as limits count it (IPv4 address, IPv6 /64). Neither shown nor stored.</summary>
    [Id(2), JsonIgnore]
    public string Origin { get; init; } = Network;

    /// <summary>Id of the request, for the audit log. Not stored.</summary>
    [Id(3), JsonIgnore]
    public string? RequestId { get; init; }

    /// <summary>What a session keeps of it.</summary>
    public ClientInfo Kept() => this with { Origin = Network, RequestId = null };
}
