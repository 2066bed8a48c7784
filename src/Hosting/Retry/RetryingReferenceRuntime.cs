using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Actors.Grains.Calls;
using Orleans.CodeGeneration;
using Orleans.Serialization.Invocation;
using Orleans.Storage;

namespace Actors.Hosting.Retry;

/// <summary>
/// Repeats a failed call at most once, and only if its method declares that this is safe (<see cref="Repeat"/>): when its write was refused
/// because the grain was active twice for a moment, and when its silo was lost during the call. A call that no silo accepted never ran and is
/// always repeated. Only the direct caller of the failed grain repeats; callers further up do not.
/// </summary>
/// <remarks>It decorates Orleans' runtime. A call filter would also work, but Orleans then wraps every call, including those that succeed.</remarks>
internal sealed class RetryingReferenceRuntime(IGrainReferenceRuntime runtime, ISiloList? silos, TimeProvider timeProvider) : IGrainReferenceRuntime
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T?> InvokeMethodAsync<T>(GrainReference reference, IInvokable request, InvokeMethodOptions options)
    {
        var call = new SentCall(request, silos?.Version, timeProvider.GetTimestamp());
        Exception failure;
        try
        {
            return await runtime.InvokeMethodAsync<T>(reference, request, options).ConfigureAwait(false);
        }
        catch (Exception first) when (IsRetryCandidate(first))
        {
            failure = first;
        }

        return await call.RunAsCaller(() => RetryOrThrowAsync(call, failure, () => runtime.InvokeMethodAsync<T>(reference, request, options))).ConfigureAwait(false);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask InvokeMethodAsync(GrainReference reference, IInvokable request, InvokeMethodOptions options)
    {
        var call = new SentCall(request, silos?.Version, timeProvider.GetTimestamp());
        Exception failure;
        try
        {
            await runtime.InvokeMethodAsync(reference, request, options).ConfigureAwait(false);
            return;
        }
        catch (Exception first) when (IsRetryCandidate(first))
        {
            failure = first;
        }

        await call.RunAsCaller(() => RetryOrThrowAsync(call, failure, () => runtime.InvokeMethodAsync<object>(reference, request, options))).ConfigureAwait(false);
    }

    public void InvokeMethod(GrainReference reference, IInvokable request, InvokeMethodOptions options) =>
        runtime.InvokeMethod(reference, request, options);

    public object Cast(IAddressable grain, Type interfaceType) => runtime.Cast(grain, interfaceType);

    private static bool IsRetryCandidate(Exception failure) => failure is InconsistentStateException or OrleansMessageRejectionException;

    private async Task<T?> RetryOrThrowAsync<T>(SentCall call, Exception failure, Func<ValueTask<T?>> send)
    {
        if (await CanRetryAsync(call, failure))
        {
            CallAge.Set(CallAge.Current + timeProvider.GetElapsedTime(call.Sent));
            call.Restore();
            try
            {
                return await send();
            }
            catch (Exception second) when (IsRetryCandidate(second))
            {
                failure = second;
            }
        }

        // Failures of Orleans' own calls stay unmarked: a failed directory lookup, for example, is the rejection that a grain's call gets.
        // A rejection that leaves a grain is marked by ExecutedMark.
        if (call.Rule.IsGrains) failure.MarkHandled();
        ExceptionDispatchInfo.Throw(failure);
        return default;
    }

    private async Task<bool> CanRetryAsync(SentCall call, Exception failure)
    {
        if (!call.Rule.IsGrains || failure.IsMarkedHandled()) return false;
        if (failure is InconsistentStateException) return call.Rule.AfterRefusal;
        if (failure is SiloUnavailableException && !call.Rule.AfterLoss) return false;
        if (call.Silos is not { } seen) return false;
        await silos!.ChangedSinceAsync(seen);
        return true;
    }
}
