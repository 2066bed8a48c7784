namespace Actors.Core.Accounts;

/// <summary>Checks access tokens of HTTP requests and sockets. The module Accounts implements it.</summary>
public interface IAccess
{
    /// <summary>
    /// The owner of a token; null when this program did not issue it, it has expired, or its session has ended. Results are not cached, so the next
    /// check sees that a session has ended.
    /// </summary>
    ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default);

    /// <summary>
    /// The owner of a token that this program issued and that has not expired, even if its session has ended; otherwise null. It grants no access: it
    /// only selects the stored response of a repeated request. The default returns null.
    /// </summary>
    FormerCaller? OwnerOf(string accessToken) => null;
}
