using Actors.Accounts.Tokens;

namespace Actors.Accounts.Sessions;

/// <summary>Opens and rotates sessions, and makes their tokens: the same session state gives the same bytes every time.</summary>
internal sealed class SessionTokens(TokenIssuer issuer, TokenOptions options, TimeProvider timeProvider)
{
    /// <summary>A session that begins now.</summary>
    /// <param name="account">Whose it is.</param>
    /// <param name="client">Who opens it.</param>
    /// <param name="latest">The latest moment that was seen, from which the session's life is counted.</param>
    public SessionState Open(Guid account, ClientInfo client, DateTimeOffset latest)
    {
        var now = timeProvider.GetUtcNow();
        return Issue(account, new SessionState { Id = Guid.NewGuid(), Created = now, Client = client.Kept() }, now, latest);
    }

    /// <summary>The session after one more rotation.</summary>
    public SessionState Rotate(Guid account, SessionState session, ClientInfo client, DateTimeOffset latest) => Issue(
        account,
        session with { Counter = session.Counter + 1, ParentHash = session.CurrentHash, Client = client.Kept() },
        timeProvider.GetUtcNow(),
        latest);

    /// <summary>The pair that belongs to the session's last rotation.</summary>
    public TokenPair Pair(Guid account, SessionState session) => new(
        issuer.Access(account, session.Id, session.Counter, session.Rotated, session.KeyId),
        issuer.Refresh(account, session.Id, session.Counter, session.KeyId),
        session.Expires);

    /// <summary>The same pair once more; null when its key is no longer among ours, so that nobody could use it.</summary>
    public TokenPair? PairAgain(Guid account, SessionState session) => issuer.Knows(session.KeyId) ? Pair(account, session) : null;

    private SessionState Issue(Guid account, SessionState session, DateTimeOffset now, DateTimeOffset latest)
    {
        var key = issuer.CurrentKeyId;
        return session with
        {
            KeyId = key,
            CurrentHash = RefreshToken.Hash(issuer.Refresh(account, session.Id, session.Counter, key)),
            Rotated = now,
            Expires = latest + options.RefreshLifetime,
        };
    }
}
