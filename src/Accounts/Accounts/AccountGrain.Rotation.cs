using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Sessions;
using Actors.Grains.Calls;

namespace Actors.Accounts.Accounts;

internal sealed partial class AccountGrain
{
    public async Task<TokenPair?> Rotate(Guid sessionId, string tokenHash, ClientInfo client)
    {
        var session = IsOpen() ? _state!.Find(sessionId) : null;
        if (session is null) return Refused();
        if (session.Expires <= _clock.Now())
        {
            await Commit(new AccountChange(_state!.Without(sessionId)));
            return Refused();
        }

        // Sent again because a silo was lost, a call may come later than the grace; its client asked in time.
        var since = RefreshRule.SinceRotation(_clock.SinceRotation(session), CallAge.Current);
        switch (RefreshRule.Judge(tokenHash, session.CurrentHash, session.ParentHash, since))
        {
            case RefreshUse.Rotate:
                return await RotateAsync(session, client);
            case RefreshUse.Repeat:
                return Repeated(session);
            default:
                await EndReusedAsync(session, client);
                return null;
        }
    }

    private TokenPair? Repeated(SessionState session)
    {
        if (parts.Tokens.PairAgain(Id, session) is not { } pair) return Refused();
        parts.Metrics.Refresh("repeated");
        return pair;
    }

    private async Task<TokenPair> RotateAsync(SessionState session, ClientInfo client)
    {
        var next = parts.Tokens.Rotate(Id, session, client, _clock.Now());
        await Commit(new AccountChange(_state!.With(next).Knowing(client)));
        _clock.NoteRotation(next);
        parts.Metrics.Refresh("rotated");
        return parts.Tokens.Pair(Id, next);
    }

    private async Task EndReusedAsync(SessionState session, ClientInfo client)
    {
        var now = parts.Time.GetUtcNow();
        var happened = SecurityEvent.Of(SecurityEventKinds.RefreshReused, now, session.Id, client.Network);
        await Commit(new AccountChange(_state!.Without(session.Id), happened, Notices.Reused(_state!, session, now, parts.Language)));
        parts.Metrics.Refresh("reused");
        LogReused(session.Id, Id);
    }

    private TokenPair? Refused()
    {
        parts.Metrics.Refresh("refused");
        return null;
    }
}
