using System.Diagnostics.CodeAnalysis;
using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>How an activation begins and ends.</summary>
internal sealed partial class Activation
{
    private ActivationState _state;
    private bool _ending;
    private long _usedAt;

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

    /// <summary>Ends the activation once its running calls are done.</summary>
    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        lock (Gate)
        {
            if (_ending || _state == ActivationState.Invalid)
            {
                return;
            }

            _ending = true;
            Parts.Reason = deactivationReason;
            if (_state != ActivationState.Valid)
            {
                return;
            }

            _state = ActivationState.Deactivating;
            if (!_running.Any)
            {
                BeginDeactivationLocked();
            }
        }
    }

    public void DelayDeactivation(TimeSpan span)
    {
        lock (Gate)
        {
            Parts.KeepUntil = span == TimeSpan.MaxValue || span == Timeout.InfiniteTimeSpan
                ? long.MaxValue
                : Runtime.Collector.Now + (long)span.TotalMilliseconds;
        }
    }

    /// <summary>Counts as use, like a call.</summary>
    public void Touch() => _usedAt = Runtime.Collector.Now;

    /// <summary>Ends the activation when nobody has used it for its class's age limit.</summary>
    public bool CollectIfIdle(long now)
    {
        lock (Gate)
        {
            if (_state != ActivationState.Valid || _running.Any || !IsQuiet || _parts?.KeepUntil > now)
            {
                return false;
            }

            Trim();
            _waiting = null;
            if (now - _usedAt < Class.AgeLimit)
            {
                return false;
            }

            Deactivate(new(DeactivationReasonCode.ActivationIdle, "The activation was idle."));
            return true;
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

            await ((IGrainBase)_grain).OnActivateAsync(patience?.Token ?? default);
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

    private void BeginDeactivationLocked() =>
        new Task<Task>(static state => ((Activation)state!).DeactivateAsync(), this, TaskCreationOptions.DenyChildAttach).Start(this);

    [SuppressMessage("Design", "CA1031", Justification = "A grain that fails to say goodbye is gone all the same.")]
    private async Task DeactivateAsync()
    {
        using var patience = new CancellationTokenSource(Runtime.DeactivationTimeout, Runtime.Clock);
        try
        {
            await StopTimersAsync();
            if (_grain is IGrainBase grain)
            {
                await grain.OnDeactivateAsync(Parts.Reason, patience.Token);
            }
        }
        catch (Exception exception)
        {
            Runtime.DeactivationFailed(this, exception);
        }

        await DisposeAsync();
        Runtime.Metrics.Destroyed();
        foreach (var request in Leave())
        {
            Class.Resend(request);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "What fails to be disposed of is gone all the same.")]
    private async Task DisposeAsync()
    {
        try
        {
            if (_parts?.Lifecycle is { } lifecycle)
            {
                await lifecycle.StopAsync(CancellationToken.None);
            }

            await GrainActivator.DisposeAsync(_grain);
            if (_parts?.Scope is { } scope)
            {
                await scope.DisposeAsync();
            }
        }
        catch (Exception exception)
        {
            Runtime.DeactivationFailed(this, exception);
        }
    }

    /// <summary>Leaves the directory, so that the next call makes a new activation, and hands out the calls that waited.</summary>
    private Request[] Leave()
    {
        Class.Forget(this);
        Request[] waited;
        lock (Gate)
        {
            _state = ActivationState.Invalid;
            waited = _waiting?.Where(request => !request.IsAbandoned).ToArray() ?? [];
            _waiting = null;
            _grain = null;
        }

        Parts.Ended.TrySetResult();
        return waited;
    }
}
