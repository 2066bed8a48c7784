using Actors.Accounts.Tokens;

namespace Actors.Accounts.Sessions;

/// <summary>Opens and rotates sessions and derives their tokens. The same session state always gives the same tokens.</summary>
internal sealed class SessionTokens(TokenIssuer issuer, TokenOptions options, TimeProvider timeProvider)
{
    /// <summary>Creates a session.</summary>
    /// <param name="account">The account.</param>
    /// <param name="client">The client.</param>
    /// <param name="latest">The time from <see cref="MonotonicUtcClock"/>, from which the lifetime is counted.</param>
    public SessionState Open(Guid account, ClientInfo client, DateTimeOffset latest)
    {
        var now = timeProvider.GetUtcNow();
        return Issue(account, new SessionState { Id = Guid.NewGuid(), Created = now, Client = client.Kept() }, now, latest);
    }

    /// <summary>Rotates a session.</summary>
    public SessionState Rotate(Guid account, SessionState session, ClientInfo client, DateTimeOffset latest) => Issue(
        account,
        session with { Counter = session.Counter + 1, ParentHash = session.CurrentHash, Client = client.Kept() },
        timeProvider.GetUtcNow(),
        latest);

    /// <summary>The tokens of the session's last rotation.</summary>
    public TokenPair Pair(Guid account, SessionState session) => new(
        issuer.Access(account, session.Id, session.Counter, session.Rotated, session.KeyId),
        issuer.Refresh(account, session.Id, session.Counter, session.KeyId),
        session.Expires);

    /// <summary>The tokens of the last rotation again; null if their signing key was removed.</summary>
    public TokenPair? RecreatePair(Guid account, SessionState session) => issuer.Knows(session.KeyId) ? Pair(account, session) : null;

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
