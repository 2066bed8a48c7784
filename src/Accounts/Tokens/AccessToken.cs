namespace Actors.Accounts.Tokens;

/// <summary>The claims of an access token with a valid signature. The account decides whether the session is live.</summary>
/// <param name="AccountId"><c>sub</c>.</param>
/// <param name="SessionId"><c>sid</c>.</param>
/// <param name="TokenId"><c>jti</c>.</param>
/// <param name="IssuedAt"><c>iat</c>, Unix seconds.</param>
/// <param name="ExpiresAt"><c>exp</c>, Unix seconds; valid before it.</param>
/// <param name="NotBefore"><c>nbf</c>, Unix seconds; 0 if absent, because this program issues none.</param>
internal sealed record AccessToken(Guid AccountId, Guid SessionId, string TokenId, long IssuedAt, long ExpiresAt, long NotBefore)
{
    /// <summary>True if the token is valid at this time.</summary>
    public bool IsCurrent(long unixSeconds) => unixSeconds < ExpiresAt && unixSeconds >= NotBefore;
}
