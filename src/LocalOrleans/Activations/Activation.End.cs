using System.Diagnostics.CodeAnalysis;
using Orleans.Calls;

namespace Orleans.Activations;

/// <summary>How an activation ends.</summary>
internal sealed partial class Activation
{
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

    private void BeginDeactivationLocked() =>
        new Task<Task>(static state => ((Activation)state!).DeactivateAsync(), this, TaskCreationOptions.DenyChildAttach).Start(this);

    [SuppressMessage("Design", "CA1031", Justification = "A grain that fails to say goodbye is gone all the same.")]
    private async Task DeactivateAsync()
    {
        using var patience = new CancellationTokenSource(Runtime.DeactivationTimeout, Runtime.Clock);
        try
        {
            await StopTimersAsync();
            await ((IGrainBase)_grain!).OnDeactivateAsync(Parts.Reason, patience.Token).WaitAsync(patience.Token);
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
            await StopTimersAsync();
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
