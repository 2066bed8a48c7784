using Actors.Core.Holding;
using Actors.Grains.Calls;
using Actors.Grains.Jobs;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Storage;
using Orleans.TestingHost;

namespace Actors.Grains.Tests.Jobs;

/// <summary>Background work of a grain runs once at a time, is retried after a failure, and waits while the store is held.</summary>
public sealed class JobGrainTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private readonly Work _work = new();
    private readonly InProcessTestCluster _cluster;

    public JobGrainTests()
    {
        var builder = new InProcessTestClusterBuilder(1) { Options = { ConfigureFileLogging = false, InitializeClientOnDeploy = false } };
        builder.ConfigureSiloHost((_, silo) =>
        {
            silo.Logging.SetMinimumLevel(LogLevel.None);
            silo.Services.AddSingleton(_work).AddSingleton<IHeldStore>(_work);
        });
        builder.ConfigureSilo((_, silo) => silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, new EngineClock(_clock)));
        _cluster = builder.Build();
    }

    private IJobTestGrain Grain => _cluster.GetSiloServiceProvider(_cluster.Silos[0].SiloAddress).GetRequiredService<IGrainFactory>().GetGrain<IJobTestGrain>("a");

    public Task InitializeAsync() => _cluster.DeployAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task The_grain_answers_calls_during_a_run()
    {
        var end = _work.Next();
        await Grain.Start();
        await RanAsync(1);

        await Grain.Start();
        await Grain.Start();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _work.Runs.ShouldBe(1);
        end.SetResult(TimeSpan.FromMinutes(5));

        await _clock.TimerDueAfterAsync(TimeSpan.FromMinutes(5));
        _work.Most.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_schedules_the_next_one()
    {
        _work.Next().SetResult(TimeSpan.FromMinutes(5));
        await Grain.Start();
        await _clock.TimerDueAfterAsync(TimeSpan.FromMinutes(5));

        _clock.Advance(TimeSpan.FromMinutes(5));

        await RanAsync(2);
    }

    [Fact]
    public async Task A_failed_run_is_retried_after_a_pause()
    {
        _work.Next().SetException(new InvalidOperationException("a step failed"));
        await Grain.Start();
        await _clock.TimerDueAfterAsync(JobGrain.PauseAfterFailure);
        _work.Failures.ShouldBe(1);

        _clock.Advance(JobGrain.PauseAfterFailure);

        await RanAsync(2);
    }

    [Fact]
    public async Task A_write_conflict_ends_the_activation()
    {
        var before = await Grain.Start();
        await RanAsync(1);
        _work.Next().SetException(new InconsistentStateException("another activation wrote"));
        (await Grain.Start()).ShouldBe(before);
        await RanAsync(2);

        await Waiting.UntilAsync("another activation", async () => await Grain.Start() != before);
    }

    [Fact]
    public async Task No_run_begins_while_the_store_is_held()
    {
        _work.IsHeld = true;
        await Grain.Start();
        await _clock.TimerDueAfterAsync(IHeldStore.Pause);
        _work.Runs.ShouldBe(0);
        _work.IsHeld = false;

        _clock.Advance(IHeldStore.Pause);

        await RanAsync(1);
    }

    [Fact]
    public async Task A_program_that_stops_ends_the_run()
    {
        _work.Next();
        await Grain.Start();
        await RanAsync(1);

        _cluster.GetSiloServiceProvider(_cluster.Silos[0].SiloAddress).GetRequiredService<IHostApplicationLifetime>().StopApplication();

        await Waiting.UntilAsync("the end of the run", () => Task.FromResult(_work.Cancelled == 1));
        _work.Failures.ShouldBe(0);
    }

    private Task RanAsync(int times) => Waiting.UntilAsync($"run {times}", () => Task.FromResult(_work.Runs >= times));
}

/// <summary>Controls and records the runs of a test.</summary>
internal sealed class Work : IHeldStore
{
    private TaskCompletionSource<TimeSpan?>? _next;
    private int _runs, _now, _most, _failures, _cancelled;

    public int Runs => Volatile.Read(ref _runs);

    public int Most => Volatile.Read(ref _most);

    public int Failures => Volatile.Read(ref _failures);

    public int Cancelled => Volatile.Read(ref _cancelled);

    public bool IsHeld { get; set; }

    /// <summary>The result of the next run, which waits for it.</summary>
    public TaskCompletionSource<TimeSpan?> Next() => _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ValueTask<bool> IsHeldAsync(CancellationToken cancellationToken) => ValueTask.FromResult(IsHeld);

    public void Failed() => Interlocked.Increment(ref _failures);

    public async Task<TimeSpan?> RunAsync(CancellationToken cancellationToken)
    {
        _most = Math.Max(_most, Interlocked.Increment(ref _now));
        Interlocked.Increment(ref _runs);
        try
        {
            return Interlocked.Exchange(ref _next, null) is { } next ? await next.Task.WaitAsync(cancellationToken) : null;
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }
        finally
        {
            Interlocked.Decrement(ref _now);
        }
    }
}

/// <summary>A grain with background work.</summary>
[Alias("test.IJobTestGrain")]
internal interface IJobTestGrain : IGrainWithStringKey
{
    /// <summary>Schedules a run at once.</summary>
    /// <returns>The activation.</returns>
    [Alias("Start"), Repeatable(Repeat.Always)]
    Task<string> Start();
}

internal sealed class JobTestGrain(Work work, IHostApplicationLifetime lifetime) : JobGrain(work, lifetime), IJobTestGrain
{
    private readonly string _activation = Guid.NewGuid().ToString("N");

    public Task<string> Start()
    {
        RunAfter(TimeSpan.Zero);
        return Task.FromResult(_activation);
    }

    protected override Task<TimeSpan?> RunAsync(CancellationToken cancellationToken) => work.RunAsync(cancellationToken);

    protected override void OnFailed(Exception failure) => work.Failed();
}
