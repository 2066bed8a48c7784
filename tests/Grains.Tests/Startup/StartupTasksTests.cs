using Actors.Grains.Startup;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;

namespace Actors.Grains.Tests.Startup;

/// <summary>A failed start-up task is retried and does not end the program.</summary>
public sealed class StartupTasksTests
{
    private readonly ManualTimeProvider _clock = new();

    public static TheoryData<Exception> Transient => new(
        new SiloUnavailableException("lost"),
        Rejection.Of("stopping"),
        new InconsistentStateException("refused"),
        new TimeoutException(),
        new Npgsql.NpgsqlException("away"),
        new OrleansException("state", new Npgsql.NpgsqlException("away")),
        new StoreUnavailableException());

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task A_temporary_failure_is_retried_soon_without_an_alarm(Exception failure)
    {
        var (work, ran) = (new Failing(failure), new List<bool>());
        using var host = await StartAsync(work, ran.Add);
        await work.RanAsync(1);
        await _clock.TimerDueAfterAsync(StartupTasks.Retry);

        _clock.Advance(StartupTasks.Retry);

        await work.RanAsync(2);
        await Waiting.UntilAsync("the end", () => Task.FromResult(ran.Count == 2));
        ran.ShouldBe([false, false]);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_permanent_failure_raises_an_alarm_until_the_task_succeeds()
    {
        var (work, ran) = (new Failing(new InvalidOperationException("no table of reminders")), new List<bool>());
        using var host = await StartAsync(work, ran.Add);
        await work.RanAsync(1);
        await _clock.TimerDueAfterAsync(StartupTasks.Repair);
        ran.ShouldBe([true]);

        _clock.Advance(StartupTasks.Repair);

        await work.RanAsync(2);
        await Waiting.UntilAsync("the end", () => Task.FromResult(ran.Count == 2));
        ran[1].ShouldBeFalse();
        await host.StopAsync();
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_a_hanging_task()
    {
        var work = new Failing(null, hangs: true);
        using var host = await StartAsync(work, static _ => { });
        await work.RanAsync(1);

        await host.StopAsync().Within("the stop");
    }

    private async Task<IHost> StartAsync(Failing work, Action<bool> alarm)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<TimeProvider>(_clock).AddStartupTasks().AddSingleton(new StartupTask("The work of a test", work.RunAsync, alarm));
        builder.Services.AddHostedService<Worker>();
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private sealed class Worker(StartupTasks attempts, StartupTask work) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => attempts.RunAsync(work, stoppingToken);
    }

    /// <summary>A task whose first attempt fails.</summary>
    private sealed class Failing(Exception? failure, bool hangs = false)
    {
        private int _runs;

        public Task RunAsync(CancellationToken cancellationToken)
        {
            var first = Interlocked.Increment(ref _runs) == 1;
            if (hangs) return new TaskCompletionSource().Task;
            return first && failure is not null ? Task.FromException(failure) : Task.CompletedTask;
        }

        public Task RanAsync(int times) => Waiting.UntilAsync($"attempt {times}", () => Task.FromResult(Volatile.Read(ref _runs) >= times));
    }
}
