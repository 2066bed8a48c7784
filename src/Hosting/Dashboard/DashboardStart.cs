namespace Actors.Hosting.Dashboard;

/// <summary>
/// Starts the dashboard's service when the dashboard is first opened at this silo. If it started with the silo, its metering would slow down
/// every grain call by a fifth, also on silos whose dashboard is never opened.
/// </summary>
internal sealed class DashboardStart
{
    private readonly List<(int Stage, ILifecycleObserver Part)> _parts = [];
    private readonly IHostedService _host;
    private readonly Lazy<Task> _started;

    public DashboardStart(IHostedService host) => (_host, _started) = (host, new(StartAsync));

    /// <summary>Defers the start of a lifecycle participant until <see cref="StartedAsync"/>.</summary>
    public ILifecycleParticipant<ISiloLifecycle> Defer(ILifecycleParticipant<ISiloLifecycle> participant)
    {
        participant.Participate(new Recorder(_parts));
        return new StopOnly(this);
    }

    /// <summary>Starts the dashboard once; completes when it runs.</summary>
    public Task StartedAsync() => _started.Value;

    private async Task StartAsync()
    {
        foreach (var (_, part) in _parts.OrderBy(part => part.Stage)) await part.OnStart(CancellationToken.None);
        await _host.StartAsync(CancellationToken.None);
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_started.IsValueCreated) return;
        await _host.StopAsync(cancellationToken);
        foreach (var (_, part) in _parts.OrderByDescending(part => part.Stage)) await part.OnStop(cancellationToken);
    }

    private sealed class StopOnly(DashboardStart start) : ILifecycleParticipant<ISiloLifecycle>
    {
        public void Participate(ISiloLifecycle observer) =>
            observer.Subscribe(nameof(DashboardStart), ServiceLifecycleStage.Active, static _ => Task.CompletedTask, start.StopAsync);
    }

    private sealed class Recorder(List<(int Stage, ILifecycleObserver Part)> parts) : ISiloLifecycle
    {
        public int HighestCompletedStage => int.MinValue;

        public int LowestStoppedStage => int.MaxValue;

        public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
        {
            parts.Add((stage, observer));
            return new NoSubscription();
        }

        private sealed class NoSubscription : IDisposable
        {
            public void Dispose()
            {
                // A recorded observer is never removed.
            }
        }
    }
}
