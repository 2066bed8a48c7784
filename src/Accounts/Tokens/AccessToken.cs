namespace Actors.Accounts.Tokens;

/// <summary>What an access token says once its signature holds. Whether the session lives is the account's to say.</summary>
/// <param name="AccountId"><c>sub</c>.</param>
/// <param name="SessionId"><c>sid</c>.</param>
/// <param name="TokenId"><c>jti</c>.</param>
/// <param name="IssuedAt"><c>iat</c>, unix seconds.</param>
/// <param name="ExpiresAt"><c>exp</c>, unix seconds: good before it.</param>
/// <param name="NotBefore"><c>nbf</c>, unix seconds; we issue none.</param>
internal sealed record AccessToken(Guid AccountId, Guid SessionId, string TokenId, long IssuedAt, long ExpiresAt, long NotBefore)
{
    /// <summary>Whether the token's own times let it through at this moment.</summary>
    public bool IsCurrent(long unixSeconds) => unixSeconds < ExpiresAt && unixSeconds >= NotBefore;
}
