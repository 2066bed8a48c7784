using Orleans.Storage;

namespace Actors.Plumbing.Calls;

/// <summary>
/// Sends a call once more that came to nothing, at most once, and only where its method says that this is safe (<see cref="Repeat"/>):
/// when its write was refused, because for a moment there were two activations; and when its silo was lost with it. A call that no silo
/// took never ran and is always sent again. Whoever called the grain that failed does it; callers further up do not.
/// </summary>
internal sealed class SecondAttempt(ISiloList? silos = null, TimeProvider? clock = null) : IOutgoingGrainCallFilter
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <inheritdoc/>
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var call = new RepeatableCall(context);
        var first = call.Send();
        return first.IsCompletedSuccessfully ? first : SettleAsync(call, first);
    }

    private async Task SettleAsync(RepeatableCall call, Task attempt)
    {
        var (seen, asked) = (silos?.Version, _clock.GetTimestamp());
        var failure = await FailureAsync(attempt);
        if (failure is not null && await MayRepeatAsync(call.Rule, failure, seen))
        {
            CallAge.Set(CallAge.Current + _clock.GetElapsedTime(asked));
            attempt = call.Again();
            failure = await FailureAsync(attempt);
        }

        // What the runtime's own calls fail with, such as a look into a lost directory, is the rejection that a grain's call gets.
        // Those that a grain made have a mark when they leave it (RanMark).
        if (call.Rule.IsGrains && failure is (InconsistentStateException or OrleansMessageRejectionException)) failure.SetDealtWith();
        await attempt;
    }

    private async Task<bool> MayRepeatAsync(CallRule rule, Exception failure, long? seen)
    {
        if (!rule.IsGrains || failure.IsDealtWith()) return false;
        if (failure is InconsistentStateException) return rule.AfterRefusal;
        if (!WasNotAnswered(rule, failure) || seen is null) return false;
        await silos!.ChangedSinceAsync(seen.Value);
        return true;
    }

    private static bool WasNotAnswered(CallRule rule, Exception failure) => failure switch
    {
        SiloUnavailableException => rule.AfterLoss,
        OrleansMessageRejectionException => true,
        _ => false,
    };

    private static async Task<Exception?> FailureAsync(Task attempt)
    {
        try
        {
            await attempt;
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }
}
