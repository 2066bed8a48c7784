using Orleans.Calls;
using Orleans.Storage;

namespace Orleans.Activations;

/// <summary>How calls go through an activation.</summary>
internal sealed partial class Activation
{
    private LinkedList<Request>? _waiting;
    private RunningCalls _running;

    /// <summary>
    /// Runs a request on the caller's thread when nothing keeps it from starting. Unless it was refused, its first turn is
    /// over and <see cref="Request.Outcome"/> is set.
    /// </summary>
    public InlineRun TryRunInline(Request request)
    {
        var traits = request.Traits;
        if (traits.OneWay || !Class.MayInline || request.Flow is { CanReturn: false } || !InlineDepth.TryEnter())
        {
            return InlineRun.Refused;
        }

        lock (Gate)
        {
            if (_state != ActivationState.Valid || !IsQuiet || !_running.MayStart(traits, Class.Reentrant))
            {
                InlineDepth.Exit();
                return InlineRun.Refused;
            }

            Claim();
            Begin(request);
        }

        RunInline(request);
        InlineDepth.Exit();
        return EndInline(request);
    }

    /// <summary>Takes a request to be run when its turn comes.</summary>
    public Admission Enqueue(Request request)
    {
        lock (Gate)
        {
            if (_state == ActivationState.Invalid)
            {
                return _parts?.Failure is null ? Admission.Gone : Admission.Failed;
            }

            request.Target = this;
            if (_state == ActivationState.Valid && _running.MayStart(request.Traits, Class.Reentrant))
            {
                StartLocked(request);
            }
            else
            {
                (_waiting ??= new()).AddLast(request);
            }
        }

        return Admission.Accepted;
    }

    /// <summary>Runs the grain's method; called on a turn.</summary>
    public Task Invoke(Request request)
    {
        var grain = GrainInstance ?? throw new ObserverGoneException(GrainId);
        return Class.Filters.Applies(grain) ? Class.Filters.Invoke(request, grain) : request.InvokeOn(grain);
    }

    /// <summary>How busy it is: calls that run or wait.</summary>
    public int Load
    {
        get
        {
            lock (Gate)
            {
                return (_waiting?.Count ?? 0) + (_running.Any || !IsQuiet ? 1 : 0);
            }
        }
    }

    protected override void AfterFirstTurn(Request request) => Observe(request);

    private void Begin(Request request)
    {
        request.Target = this;
        _running.Start(request.Traits, Class.Reentrant);
        Use(request);
    }

    private void Use(Request request)
    {
        if (request.CountsAsUse)
        {
            Touch();
        }
    }

    private void StartLocked(Request request)
    {
        Begin(request);
        request.Start(this);
    }

    private InlineRun EndInline(Request request)
    {
        var outcome = request.Outcome!;
        if (!outcome.IsCompleted)
        {
            lock (Gate)
            {
                Release();
            }

            return InlineRun.Underway;
        }

        DeactivateOnConflict(outcome);
        lock (Gate)
        {
            EndLocked(request);
            Release();
        }

        return InlineRun.Ended;
    }

    /// <summary>Sees to it that the end of a call is noticed. The continuation runs where the outcome completes.</summary>
    public static void Observe(Request request)
    {
        if (request.Outcome!.IsCompleted)
        {
            Finish(request);
        }
        else
        {
            _ = request.Outcome.ContinueWith(
                static (_, state) => Finish((Request)state!),
                request,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }

    private static void Finish(Request request)
    {
        var activation = request.Target!;
        activation.DeactivateOnConflict(request.Outcome!);
        lock (activation.Gate)
        {
            activation.EndLocked(request);
        }

        activation.Runtime.Answer(request);
    }

    /// <summary>A stale write that reached the caller leaves a grain whose memory disagrees with its storage.</summary>
    private void DeactivateOnConflict(Task outcome)
    {
        if (outcome.IsFaulted
            && outcome.Exception!.InnerException is InconsistentStateException { IsSourceActivation: true } conflict)
        {
            conflict.IsSourceActivation = false;
            Deactivate(new(DeactivationReasonCode.ApplicationError, conflict, "State was written by somebody else."));
        }
    }

    private void EndLocked(Request request)
    {
        _running.End(request.Traits, Class.Reentrant);
        Use(request);
        if (_state == ActivationState.Valid)
        {
            AdmitLocked();
        }
        else if (_state == ActivationState.Deactivating && !_running.Any)
        {
            BeginDeactivationLocked();
        }
    }

    /// <summary>Starts what may start. After the first time, nothing that waits interleaves with a call that excludes others.</summary>
    private void AdmitLocked(bool all = false)
    {
        var next = _waiting?.First;
        while (next is not null && (all || !_running.ExcludesOthers))
        {
            var current = next;
            next = current.Next;
            if (current.Value.IsAbandoned)
            {
                _waiting!.Remove(current);
            }
            else if (_running.MayStart(current.Value.Traits, Class.Reentrant))
            {
                _waiting!.Remove(current);
                StartLocked(current.Value);
            }
        }
    }
}
