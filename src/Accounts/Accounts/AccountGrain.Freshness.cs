using Actors.Core.Accounts;
using Actors.Persistence;

namespace Actors.Accounts.Accounts;

internal sealed partial class AccountGrain
{
    private long _seen;
    private Task _reading = Task.CompletedTask;

    private bool IsFresh => parts.Freshness.Bound is not { } bound || parts.Time.GetElapsedTime(_seen) < bound;

    private async Task<Caller?> CheckAnewAsync(Guid sessionId)
    {
        if (_reading.IsCompleted) _reading = ReadAgainAsync();
        await _reading;
        return await _book!.Check(sessionId, _clock.Now());
    }

    private async Task ReadAgainAsync()
    {
        var now = parts.Time.GetTimestamp();
        try
        {
            if (await parts.Store.LoadAsync(Id) is { } stored && stored.Version > _version) Take(stored.State, stored.Version);
        }
        catch (StoreUnavailableException)
        {
            // Nothing can be ended while there is no store; what is known counts until there is one again.
        }

        _seen = now;
    }
}
