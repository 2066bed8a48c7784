using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Activations;

/// <summary>The parts of an activation that most activations never have.</summary>
internal sealed class ActivationParts
{
    private TaskCompletionSource? _ended;

    public GrainReference? Reference { get; set; }

    public GrainLifecycle? Lifecycle { get; set; }

    public DeactivationReason Reason { get; set; }

    /// <summary>Why the activation could not be made.</summary>
    public Exception? Failure { get; set; }

    /// <summary>The group of a stateless worker.</summary>
    public object? Owner { get; set; }

    /// <summary>Until when it is not collected, in milliseconds of the collector's clock.</summary>
    public long KeepUntil { get; set; }

    public List<GrainTimer> Timers { get; } = [];

    public AsyncServiceScope? Scope { get; private set; }

    public TaskCompletionSource Ended => Volatile.Read(ref _ended) ?? MakeEnded();

    public IServiceProvider ServicesOf(Activation activation) =>
        (Scope ??= activation.Runtime.Services.CreateAsyncScope()).ServiceProvider;

    private TaskCompletionSource MakeEnded()
    {
        Interlocked.CompareExchange(ref _ended, new(TaskCreationOptions.RunContinuationsAsynchronously), null);
        return _ended;
    }
}
