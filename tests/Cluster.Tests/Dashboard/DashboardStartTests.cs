using Actors.Hosting.Dashboard;
using Microsoft.Extensions.Hosting;

namespace Actors.Cluster.Tests.Dashboard;

/// <summary>The dashboard's services start when the dashboard is first opened, not with the silo.</summary>
public sealed class DashboardStartTests
{
    private readonly Service _service = new();
    private readonly SiloLife _life = new();
    private readonly DashboardStart _start;

    public DashboardStartTests()
    {
        _start = new DashboardStart(_service);
        _start.Defer(_service).Participate(_life);
    }

    [Fact]
    public async Task Unopened_dashboard_is_never_started()
    {
        await _life.StartAsync();
        await _life.StopAsync();

        _service.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dashboard_starts_once_and_stops_with_the_silo()
    {
        await _life.StartAsync();
        await Task.WhenAll(_start.StartedAsync(), _start.StartedAsync());
        await _life.StopAsync();

        _service.Done.ShouldBe(["part started", "host started", "host stopped", "part stopped"]);
    }

    private sealed class Service : IHostedService, ILifecycleParticipant<ISiloLifecycle>
    {
        public List<string> Done { get; } = [];

        public void Participate(ISiloLifecycle observer) =>
            observer.Subscribe("part", ServiceLifecycleStage.Active, _ => Do("part started"), _ => Do("part stopped"));

        public Task StartAsync(CancellationToken cancellationToken) => Do("host started");

        public Task StopAsync(CancellationToken cancellationToken) => Do("host stopped");

        private Task Do(string what)
        {
            Done.Add(what);
            return Task.CompletedTask;
        }
    }

    private sealed class SiloLife : ISiloLifecycle
    {
        private readonly List<ILifecycleObserver> _observers = [];

        public int HighestCompletedStage => ServiceLifecycleStage.Active;

        public int LowestStoppedStage => ServiceLifecycleStage.Active;

        public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
        {
            _observers.Add(observer);
            return new MemoryStream();
        }

        public Task StartAsync() => Task.WhenAll(_observers.Select(observer => observer.OnStart(CancellationToken.None)));

        public Task StopAsync() => Task.WhenAll(_observers.Select(observer => observer.OnStop(CancellationToken.None)));
    }
}
