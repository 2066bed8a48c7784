namespace Actors.Core.Accounts;

/// <summary>Judges access tokens, for every family's requests and sockets. Accounts implements it.</summary>
public interface IAccess
{
    /// <summary>
    /// Whose token this is; null when it was not issued here, has expired, or its session has ended. Ending a session is seen by the next
    /// check: nothing is remembered between requests.
    /// </summary>
    ValueTask<Caller?> CheckAsync(string accessToken, CancellationToken cancellationToken = default);

    /// <summary>
    /// Whom a token names that was issued here and has not expired, without a question about its session; null for any other. Gives no access:
    /// it tells whose kept answer may be given again. An implementation that does not know names nobody.
    /// </summary>
    FormerCaller? HolderOf(string accessToken) => null;
}
