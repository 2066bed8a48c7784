using Orleans.Runtime;

namespace Orleans;

/// <summary>What every grain class is, whether or not it derives from <see cref="Grain"/>.</summary>
public interface IGrainBase
{
    /// <summary>The activation this object serves.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Called once before the first call.</summary>
    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    /// <summary>Called once after the last call; not called when the process dies.</summary>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}
