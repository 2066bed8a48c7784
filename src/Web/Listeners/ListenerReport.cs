namespace Actors.Web.Listeners;

/// <summary>Says at start what became of the listeners.</summary>
internal sealed partial class ListenerReport(ListenerPlan plan, ILogger<ListenerReport> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var warning in plan.Warnings)
        {
            LogWarning(logger, warning);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
