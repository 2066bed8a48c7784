using Actors.Core.Holding;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Topic;

/// <summary>
/// Consumes the provider's topic, with one consumer per silo. Offsets are committed after the write, and the rows store them too, so a repeated
/// record has no second effect. After a failure it restarts from the last committed offset. It stops at the beginning of a drain, before the silo
/// leaves the cluster.
/// </summary>
internal sealed partial class TopicConsumer(
    TopicSettings settings, TopicIntake intake, TopicDeadLetters letters, TopicMetrics metrics, IHeldStore store, IHostApplicationLifetime lifetime,
    TimeProvider timeProvider, ILogger<TopicConsumer> logger) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10), s_hour = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;
    private TopicState _state = TopicState.Available;
    private DateTimeOffset _nextSweep;
    private bool _failing, _held;

    /// <summary>Starts once the silo accepts calls.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // Stops when the drain begins: StoppingAsync comes only after the drain has served its last requests.
        lifetime.ApplicationStopping.Register(_stopping.Cancel);
        _running = RunAsync(_stopping.Token);
        return Task.CompletedTask;
    }

    /// <summary>Runs before any service stops, so the silo can still store fetched records.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        // Does not delay the start of the host.
        await Task.Yield();
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                var pause = await IsHeldAsync(cancellationToken) ? IHeldStore.Pause : await ConsumeAsync(cancellationToken);
                await Task.Delay(pause, timeProvider, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The drain has begun.
            }
#pragma warning disable CA1031 // The records stay in the topic, and the program must keep running.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (!_failing) LogFailed(failure, settings.Topic, s_pause);
                _failing = true;
                await Task.Delay(s_pause, timeProvider, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        LogStopped(settings.Topic);
    }

    /// <returns>The pause if the store is held.</returns>
    private async Task<TimeSpan> ConsumeAsync(CancellationToken cancellationToken)
    {
        await using var reader = await TopicReader.OpenAsync(settings, timeProvider, logger);
        try
        {
            while (true)
            {
                await SweepAsync(cancellationToken);
                var fetch = await reader.FetchAsync();
                cancellationToken.ThrowIfCancellationRequested();
                if (await IsHeldAsync(cancellationToken)) return IHeldStore.Pause;
                Report(fetch);
                if (fetch.Records.IsEmpty) continue;
                await intake.StoreAsync(fetch.Records);
                if (await IsHeldAsync(cancellationToken)) return IHeldStore.Pause;
                await reader.CommitAsync(fetch);
                metrics.Committed(fetch, timeProvider.GetUtcNow());
                if (_failing) LogRecovered(settings.Topic);
                _failing = false;
            }
        }
        finally
        {
            metrics.ConsumerStopped();
        }
    }

    private async Task<bool> IsHeldAsync(CancellationToken cancellationToken)
    {
        var held = await store.IsHeldAsync(cancellationToken);
        if (held && !_held) LogHeld(settings.Topic);
        return _held = held;
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (timeProvider.GetUtcNow() < _nextSweep) return;
        await letters.SweepAsync(cancellationToken);
        _nextSweep = timeProvider.GetUtcNow() + s_hour;
    }

    private void Report(TopicFetch fetch)
    {
        metrics.Fetched(fetch);
        if (fetch.State == _state) return;
        if (fetch.State == TopicState.Available) LogAvailable(settings.Topic);
        else if (fetch.State == TopicState.NoTopic) LogNoTopic(settings.Topic);
        else LogNoBroker(settings.Topic);
        _state = fetch.State;
    }
}
