namespace Actors.Accounts.Sessions;

/// <summary>The tokens of a sign-in or a rotation. Never logged.</summary>
/// <param name="AccessToken">A JWT.</param>
/// <param name="RefreshToken">An opaque token that is valid for one rotation.</param>
/// <param name="RefreshExpires">The time at which the session expires unless it is refreshed.</param>
[GenerateSerializer, Immutable, Alias("accounts.TokenPair")]
internal sealed record TokenPair(
    [property: Id(0)] string AccessToken,
    [property: Id(1)] string RefreshToken,
    [property: Id(2)] DateTimeOffset RefreshExpires)
{
    /// <inheritdoc/>
    public override string ToString() => "tokens";
}
