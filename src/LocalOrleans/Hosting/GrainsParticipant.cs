using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Starts collection, and ends all activations when the runtime stops.</summary>
internal sealed class GrainsParticipant(LocalRuntime runtime) : ILifecycleParticipant<ISiloLifecycle>
{
    // Orleans ends activations two stages below Active: after start-up tasks' counterparts, before services stop.
    private const int GrainDeactivation = ServiceLifecycleStage.BecomeActive - 1;

    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(GrainsParticipant), GrainDeactivation, Start, StopAsync);

    private Task Start(CancellationToken cancellation)
    {
        runtime.Collector.Start(() => runtime.Classes.All.SelectMany(each => each.Activations));
        return Task.CompletedTask;
    }

    private async Task StopAsync(CancellationToken cancellation)
    {
        runtime.IsStopping = true;
        var activations = runtime.Classes.All.SelectMany(each => each.Activations).ToArray();
        foreach (var activation in activations)
        {
            activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The runtime stops."), cancellation);
        }

        var all = Task.WhenAll(activations.Select(activation => activation.Deactivated)).WaitAsync(cancellation);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
