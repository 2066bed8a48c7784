using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Actors.Grains.Calls;
using Orleans.CodeGeneration;
using Orleans.Serialization.Invocation;
using Orleans.Storage;

namespace Actors.Hosting.Retry;

/// <summary>
/// Sends a call once more that came to nothing, at most once, and only where its method says that this is safe (<see cref="Repeat"/>):
/// when its write was refused, because for a moment there were two activations; and when its silo was lost with it. A call that no silo
/// took never ran and is always sent again. Whoever called the grain that failed does it; callers further up do not.
/// </summary>
/// <remarks>It stands before the sender of the runtime. A filter would do, but where there is one every call is wrapped, also those that succeed.</remarks>
internal sealed class SecondAttempt(IGrainReferenceRuntime sender, ISiloList? silos, TimeProvider timeProvider) : IGrainReferenceRuntime
{
    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T?> InvokeMethodAsync<T>(GrainReference reference, IInvokable request, InvokeMethodOptions options)
    {
        var call = new SentCall(request, silos?.Version, timeProvider.GetTimestamp());
        Exception failure;
        try
        {
            return await sender.InvokeMethodAsync<T>(reference, request, options).ConfigureAwait(false);
        }
        catch (Exception first) when (CameToNothing(first))
        {
            failure = first;
        }

        return await call.ForCaller(() => SettleAsync(call, failure, () => sender.InvokeMethodAsync<T>(reference, request, options))).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask InvokeMethodAsync(GrainReference reference, IInvokable request, InvokeMethodOptions options)
    {
        var call = new SentCall(request, silos?.Version, timeProvider.GetTimestamp());
        Exception failure;
        try
        {
            await sender.InvokeMethodAsync(reference, request, options).ConfigureAwait(false);
            return;
        }
        catch (Exception first) when (CameToNothing(first))
        {
            failure = first;
        }

        await call.ForCaller(() => SettleAsync(call, failure, () => sender.InvokeMethodAsync<object>(reference, request, options))).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void InvokeMethod(GrainReference reference, IInvokable request, InvokeMethodOptions options) =>
        sender.InvokeMethod(reference, request, options);

    /// <inheritdoc/>
    public object Cast(IAddressable grain, Type interfaceType) => sender.Cast(grain, interfaceType);

    private static bool CameToNothing(Exception failure) => failure is InconsistentStateException or OrleansMessageRejectionException;

    private async Task<T?> SettleAsync<T>(SentCall call, Exception failure, Func<ValueTask<T?>> send)
    {
        if (await MayRepeatAsync(call, failure))
        {
            CallAge.Set(CallAge.Current + timeProvider.GetElapsedTime(call.Sent));
            call.Restore();
            try
            {
                return await send();
            }
            catch (Exception second) when (CameToNothing(second))
            {
                failure = second;
            }
        }

        // What the runtime's own calls fail with, such as a look into a lost directory, is the rejection that a grain's call gets.
        // Those that a grain made have a mark when they leave it (RanMark).
        if (call.Rule.IsGrains) failure.SetDealtWith();
        ExceptionDispatchInfo.Throw(failure);
        return default;
    }

    private async Task<bool> MayRepeatAsync(SentCall call, Exception failure)
    {
        if (!call.Rule.IsGrains || failure.IsDealtWith()) return false;
        if (failure is InconsistentStateException) return call.Rule.AfterRefusal;
        if (failure is SiloUnavailableException && !call.Rule.AfterLoss) return false;
        if (call.Silos is not { } seen) return false;
        await silos!.ChangedSinceAsync(seen);
        return true;
    }
}
