using System.Runtime.CompilerServices;
using Orleans.Activations;
using Orleans.Calls;

namespace Orleans.Runtime;

/// <summary>What generated references call.</summary>
public partial class GrainReference
{
    /// <summary>The activation that took the last call: most often it takes the next one too.</summary>
    internal Activation? LastActivation { get; set; }

    internal Task<T> SendForValue<T>(ValueRequest<T> request) => Unsafe.As<Task<T>>(Send(request));

    internal ValueTask<T> SendForValueTask<T>(ValueRequest<T> request) => new(Unsafe.As<Task<T>>(Send(request)));

    internal ValueTask SendForVoidTask(VoidRequest request) => new(Send(request));

    internal Task Send(Request request)
    {
        var filters = _shared.Target.Runtime.Outgoing;
        if (filters.Length == 0)
        {
            return SendNow(request);
        }

        request.Flow?.Return();
        return request.Through(new OutgoingCall(this, request, filters));
    }

    /// <summary>Sends a request past all filters.</summary>
    internal Task SendNow(Request request)
    {
        if (request.Flow is null && request.Traits.CancellationIndex < 0 && !_shared.Target.Runtime.HasFilters)
        {
            return Route(request);
        }

        try
        {
            return Prepare(request) ?? Route(request);
        }
        finally
        {
            request.Flow?.Return();
        }
    }

    private Task Route(Request request)
    {
        if (LastActivation is { } activation && activation.TryRunInline(request) is var run and not InlineRun.Refused)
        {
            return activation.Runtime.Settle(request, run);
        }

        return _shared.Target.Send(this, request);
    }

    private Task? Prepare(Request request)
    {
        if (_shared.Target.Runtime.HasFilters)
        {
            request.Caller = RuntimeContext.Current;
        }

        if (request.IsCancellable)
        {
            CallCancellation.Attach(request);
            if (request.Cancellation!.IsCancelledByCaller)
            {
                return request.Cancellation.Cancelled();
            }
        }

        return null;
    }
}
