namespace Actors.Accounts.Tokens;

/// <summary>Reads access tokens, strictly: what this program would not have issued is not one.</summary>
internal sealed class TokenReader(TokenOptions options, TimeProvider timeProvider)
{
    private const string Type = "JWT";
    private readonly VerifiedTokens _verified = new();

    /// <summary>What a token says; null when it is not ours, not an access token, or not good at this moment.</summary>
    public AccessToken? Read(string jwt) =>
        (_verified.Find(jwt) ?? Verify(jwt)) is { } token && token.IsCurrent(timeProvider.GetUtcNow().ToUnixTimeSeconds()) ? token : null;

    private AccessToken? Verify(string jwt)
    {
        Span<byte> payload = stackalloc byte[SignedToken.MaxLength];
        var token = SignedToken.TryVerify(jwt, options.Keys, out var header, payload, out var length) && header?.Type == Type
            ? AccessClaims.Read(payload[..length])
            : null;
        if (token is not null)
        {
            _verified.Add(jwt, token);
        }

        return token;
    }
}
