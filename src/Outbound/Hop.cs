namespace Actors.Outbound;

/// <summary>What came of one hop: an answer, and where it redirects to when it does.</summary>
internal sealed record Hop(OutboundAnswer Answer, string? Location = null)
{
    public static implicit operator Hop(OutboundAnswer answer) => new(answer);
}
