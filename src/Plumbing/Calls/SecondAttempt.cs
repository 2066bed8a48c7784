using Orleans.Storage;

namespace Actors.Plumbing.Calls;

/// <summary>
/// Sends a call once more that came to nothing, at most once, and only where its method says that this is safe (<see cref="Repeat"/>):
/// when its write was refused, because for a moment there were two activations; and when its silo was lost with it. A call that no silo
/// took never ran and is always sent again. Whoever called the grain that failed does it; callers further up do not.
/// </summary>
internal sealed class SecondAttempt(ISiloList? silos = null) : IOutgoingGrainCallFilter
{
    /// <inheritdoc/>
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var rule = CallRule.Of(context.InterfaceMethod);
        if (!rule.IsGrains) return context.Invoke();
        var call = new RepeatableCall(context, rule);
        var first = context.Invoke();
        return first.IsCompletedSuccessfully ? first : SettleAsync(call, first);
    }

    private async Task SettleAsync(RepeatableCall call, Task attempt)
    {
        var seen = silos?.Version;
        var failure = await RepeatableCall.FailureAsync(attempt);
        if (failure is not null && await MayRepeatAsync(call.Rule, failure, seen))
        {
            attempt = call.Again();
            failure = await RepeatableCall.FailureAsync(attempt);
        }

        failure?.SetDealtWith();
        await attempt;
    }

    private async Task<bool> MayRepeatAsync(CallRule rule, Exception failure, long? seen)
    {
        if (failure.IsDealtWith()) return false;
        if (failure is InconsistentStateException) return rule is { When: not Repeat.Never, IsCancellable: false };
        if (!WasNotAnswered(rule, failure) || seen is null) return false;
        await silos!.ChangedSinceAsync(seen.Value);
        return true;
    }

    private static bool WasNotAnswered(CallRule rule, Exception failure) => failure switch
    {
        SiloUnavailableException => rule.When == Repeat.Always,
        OrleansMessageRejectionException => true,
        _ => false,
    };
}
