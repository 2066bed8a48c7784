namespace Actors.Outbound;

/// <summary>The product name in outgoing requests.</summary>
public static class OutboundProduct
{
    /// <summary>The product token, which robots.txt files use.</summary>
    public const string Token = "Actors";

    /// <summary>The <c>User-Agent</c> of every outgoing request.</summary>
    public const string UserAgent = Token + "/1.0";
}
