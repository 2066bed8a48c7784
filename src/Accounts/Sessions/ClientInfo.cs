using System.Text.Json.Serialization;

namespace Actors.Accounts.Sessions;

/// <summary>The client of a session, as its owner sees it, and the origin of the request.</summary>
/// <param name="Network">The client's network (IPv4 /24, IPv6 /64), not its address.</param>
/// <param name="UserAgent">The <c>User-Agent</c> header, at most <see cref="MaxUserAgent"/> characters.</param>
[GenerateSerializer, Immutable, Alias("accounts.ClientInfo")]
internal sealed record ClientInfo([property: Id(0)] string Network, [property: Id(1)] string? UserAgent)
{
    public const int MaxUserAgent = 200;

    /// <summary>The network as rate limits count it (IPv4 address, IPv6 /64). Neither shown nor stored.</summary>
    [Id(2), JsonIgnore]
    public string Origin { get; init; } = Network;

    /// <summary>The request id, for the audit log. Not stored.</summary>
    [Id(3), JsonIgnore]
    public string? RequestId { get; init; }

    /// <summary>The stored part.</summary>
    public ClientInfo Kept() => this with { Origin = Network, RequestId = null };
}
