using Actors.Core.Holding;
using Actors.Core.Startup;
using Actors.Persistence;
using Actors.Web.Listeners;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Actors.Hosting.Startup;

/// <summary>Logs the <see cref="StartLines"/> as one entry once all listeners are open, and logs when the program stops.</summary>
internal sealed partial class StartReport(
    ListenerPlan plan, IServer server, IEnumerable<StartLine> parts, IHeldStore store, IHostEnvironment environment, StartedFlag started, ILogger<StartReport> logger) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        started.Set();
        var lines = Lines();
        LogStarted(logger, lines);
        if (await IsHeldAsync(cancellationToken)) LogHeld(logger);
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        LogStopping(logger);
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        LogStopped(logger);
        return Task.CompletedTask;
    }

    private async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await store.IsHeldAsync(cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            // The report only informs: senders and scrapers check for themselves.
            return false;
        }
    }

    private string Lines()
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return string.Join(Environment.NewLine, StartLines.Of(ProgramVersion.Current, environment.EnvironmentName, plan, [.. bound], [.. parts]));
    }
}
