namespace Actors.Accounts.Tokens;

/// <summary>The claims of an access token: the ones we issue and nothing else, so that no other kind of token passes for one.</summary>
internal static class AccessClaims
{
    private const int MaxTokenId = 64;

    /// <summary>Reads the claims; null when they are not an access token's.</summary>
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

    // The framework's parser forgives spaces, signs and case: an id counts in the spelling we write.
    private static bool IsId(string? text, out Guid id) => Guid.TryParseExact(text, "D", out id) && text == id.ToString();
}
