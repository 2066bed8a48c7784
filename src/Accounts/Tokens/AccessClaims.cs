namespace Actors.Accounts.Tokens;

/// <summary>Parses the claims of an access token. Unknown claims are refused, so that no other kind of token is accepted as one.</summary>
internal static class AccessClaims
{
    private const int MaxTokenId = 64;

    /// <summary>Parses the claims; null if they are not those of an access token.</summary>
    public static AccessToken? Read(ReadOnlySpan<byte> json)
    {
        var members = new StrictMembers(json);
        string? subject = null, session = null, tokenId = null;
        long? issued = null, expires = null, notBefore = null;
        while (members.Next(out var name))
        {
            var known = name switch
            {
                "sub" => members.TakeText(ref subject),
                "sid" => members.TakeText(ref session),
                "jti" => members.TakeText(ref tokenId),
                "iat" => members.TakeSeconds(ref issued),
                "exp" => members.TakeSeconds(ref expires),
                "nbf" => members.TakeSeconds(ref notBefore),
                _ => false,
            };
            if (!known)
            {
                return null;
            }
        }

        return members.Complete && IsId(subject, out var account) && IsId(session, out var sid) && tokenId is { Length: > 0 and <= MaxTokenId }
            && issued < expires
            ? new AccessToken(account, sid, tokenId, issued.Value, expires.Value, notBefore ?? 0)
            : null;
    }

    // Guid.TryParseExact accepts spaces, signs and upper case; only the issued spelling is valid.
    private static bool IsId(string? text, out Guid id) => Guid.TryParseExact(text, "D", out id) && text == id.ToString();
}
