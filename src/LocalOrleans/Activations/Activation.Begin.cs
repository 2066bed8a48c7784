using System.Diagnostics.CodeAnalysis;
using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>How an activation begins.</summary>
internal sealed partial class Activation
{
    /// <summary>An activation of an object that exists already: an observer.</summary>
    public static Activation ForObserver(GrainClass observers, IdSpan key, object observer) =>
        new(observers, key) { _grain = new WeakReference(observer), _state = ActivationState.Valid };

    /// <summary>Makes the grain: on this thread when that is allowed, else on the pool.</summary>
    /// <param name="inline">Whether it may happen on this thread.</param>
    /// <param name="cause">The call that needs the grain; its request context reaches OnActivateAsync.</param>
    public void Start(bool inline, Request cause)
    {
        var turn = cause.Flow?.Values is { } values
            ? new Task<Task>(() => ActivateAsync(values), TaskCreationOptions.DenyChildAttach)
            : new Task<Task>(static state => ((Activation)state!).ActivateAsync(null), this, TaskCreationOptions.DenyChildAttach);
        if (!inline || !InlineDepth.TryEnter())
        {
            turn.Start(this);
            return;
        }

        lock (Gate)
        {
            Claim();
        }

        RunInline(turn);
        InlineDepth.Exit();
        lock (Gate)
        {
            Release();
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever activation throws belongs to the callers.")]
    private async Task ActivateAsync(Dictionary<string, object>? requestContext)
    {
        if (requestContext is not null)
        {
            RequestContext.Values = requestContext;
        }

        using var patience = Class.HasOwnActivation ? new CancellationTokenSource(Runtime.ActivationTimeout, Runtime.Clock) : null;
        try
        {
            _grain = Class.Activator.Create(this);
            (_grain as ILifecycleParticipant<IGrainLifecycle>)?.Participate(Lifecycle);
            if (_parts?.Lifecycle is { } lifecycle)
            {
                await lifecycle.StartAsync(patience?.Token ?? default);
            }

            await ((IGrainBase)_grain).OnActivateAsync(patience?.Token ?? default).WaitAsync(patience?.Token ?? default);
        }
        catch (Exception exception)
        {
            await FailAsync(exception);
            return;
        }

        Class.Runtime.Metrics.Created();
        BecomeValid();
    }

    private void BecomeValid()
    {
        lock (Gate)
        {
            _state = _ending ? ActivationState.Deactivating : ActivationState.Valid;
            if (_ending)
            {
                BeginDeactivationLocked();
            }
            else
            {
                AdmitLocked(all: true);
            }
        }
    }

    private async Task FailAsync(Exception exception)
    {
        Runtime.ActivationFailed(this, exception);
        Parts.Failure = exception;
        await DisposeAsync();
        foreach (var request in Leave())
        {
            request.Outcome = request.Failed(exception);
            Runtime.Answer(request);
        }
    }
}
