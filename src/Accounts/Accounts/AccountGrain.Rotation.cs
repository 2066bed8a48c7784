using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Sessions;
using Actors.Grains.Calls;

namespace Actors.Accounts.Accounts;

internal sealed partial class AccountGrain
{
    public async Task<TokenPair?> Rotate(Guid sessionId, string tokenHash, ClientInfo client)
    {
        var session = CanSignIn() ? _state!.Find(sessionId) : null;
        if (session is null) return Refused();
        if (session.Expires <= _clock.Now())
        {
            await Commit(new AccountChange(_state!.Without(sessionId)));
            return Refused();
        }

        // A call that is retried after the loss of a silo may arrive after the grace period although the client was in time.
        var since = RefreshRule.SinceRotation(_clock.SinceRotation(session), CallAge.Current);
        switch (RefreshRule.Decide(tokenHash, session.CurrentHash, session.ParentHash, since))
        {
            case RefreshUse.Rotate:
                return await RotateAsync(session, client);
            case RefreshUse.Repeat:
                return RepeatPair(session);
            default:
                await EndReusedAsync(session, client);
                return null;
        }
    }

    private TokenPair? RepeatPair(SessionState session)
    {
        if (parts.Tokens.RecreatePair(Id, session) is not { } pair) return Refused();
        parts.Metrics.Refresh("repeated");
        return pair;
    }

    private async Task<TokenPair> RotateAsync(SessionState session, ClientInfo client)
    {
        var next = parts.Tokens.Rotate(Id, session, client, _clock.Now());
        await Commit(new AccountChange(_state!.With(next).WithNetwork(client)));
        _clock.RecordRotation(next);
        parts.Metrics.Refresh("rotated");
        return parts.Tokens.Pair(Id, next);
    }

    private async Task EndReusedAsync(SessionState session, ClientInfo client)
    {
        var now = parts.Time.GetUtcNow();
        var securityEvent = SecurityEvent.Of(SecurityEventKinds.RefreshReused, now, session.Id, client.Network);
        await Commit(new AccountChange(_state!.Without(session.Id), securityEvent, SecurityLetters.Reused(_state!, session, now, parts.Language)));
        parts.Metrics.Refresh("reused");
        LogReused(session.Id, Id);
    }

    private TokenPair? Refused()
    {
        parts.Metrics.Refresh("refused");
        return null;
    }
}
