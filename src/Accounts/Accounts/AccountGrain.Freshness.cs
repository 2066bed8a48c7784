using Actors.Core.Accounts;
using Actors.Persistence;

namespace Actors.Accounts.Accounts;

internal sealed partial class AccountGrain
{
    private long _seen;
    private Task _reading = Task.CompletedTask;

    private bool IsFresh => parts.Freshness.Bound is not { } bound || parts.Time.GetElapsedTime(_seen) < bound;

    private async Task<Caller?> CheckReloadedAsync(Guid sessionId)
    {
        if (_reading.IsCompleted) _reading = ReloadAsync();
        await _reading;
        return await _book!.Check(sessionId, _clock.Now());
    }

    private async Task ReloadAsync()
    {
        var now = parts.Time.GetTimestamp();
        try
        {
            if (await parts.Store.LoadAsync(Id) is { } stored && stored.Version > _version) Apply(stored.State, stored.Version);
        }
        catch (StoreUnavailableException)
        {
            // Without the database no session can be ended, so the known state stays valid.
        }

        _seen = now;
    }
}
