using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Hosting;

/// <summary>Starts and stops the runtime with its host.</summary>
internal sealed partial class SiloService(
    SiloLifecycle lifecycle,
    IEnumerable<ILifecycleParticipant<ISiloLifecycle>> participants,
    ILogger<SiloService> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var participant in participants)
        {
            participant.Participate(lifecycle);
        }

        await lifecycle.StartAsync(cancellationToken);
        LogStarted();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var failure in await lifecycle.StopAsync(cancellationToken))
        {
            LogStopFailed(failure);
        }

        LogStopped();
    }
}
