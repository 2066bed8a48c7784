namespace Actors.Outbound;

/// <summary>The result of one hop: a response, and its <c>Location</c> if it is a redirect.</summary>
internal sealed record Hop(OutboundAnswer Answer, string? Location = null)
{
    public static implicit operator Hop(OutboundAnswer answer) => new(answer);
}
