namespace Actors.Outbound;

/// <summary>How this program calls itself on the way out.</summary>
public static class OutboundProduct
{
    /// <summary>The product token: the name to which a robots.txt speaks.</summary>
    public const string Token = "Actors";

    /// <summary>The <c>User-Agent</c> of every outgoing request.</summary>
    public const string UserAgent = Token + "/1.0";
}
