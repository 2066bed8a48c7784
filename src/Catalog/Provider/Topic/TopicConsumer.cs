using Actors.Core.Holding;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Topic;

/// <summary>
/// Reads the provider's topic, one consumer in every silo. Offsets are committed after the write, which holds them too, so a record that comes again
/// has no second effect. Whatever fails, it waits and begins again after the last committed offset. It ends at the beginning of a drain, before the
/// silo leaves.
/// </summary>
internal sealed partial class TopicConsumer(
    TopicSettings settings, TopicIntake intake, TopicDeadLetters letters, TopicFigures figures, IHeldStore store, IHostApplicationLifetime lifetime,
    TimeProvider timeProvider, ILogger<TopicConsumer> logger) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10), s_hour = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;
    private TopicState _state = TopicState.There;
    private DateTimeOffset _nextSweep;
    private bool _failing, _held;

    /// <summary>Begins when the silo takes calls.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // Nothing waits for the drain: its first step takes as long as requests are still served.
        lifetime.ApplicationStopping.Register(_stopping.Cancel);
        _running = RunAsync(_stopping.Token);
        return Task.CompletedTask;
    }

    /// <summary>Comes before the stop of any service, so the silo is still there for what was fetched.</summary>
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
        // The host goes on with its start.
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
                // The drain begins.
            }
#pragma warning disable CA1031 // whatever it was, the records are still there, and the program has other work
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

    /// <returns>How long to wait before the next look: the store is held.</returns>
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
                Tell(fetch);
                if (fetch.Records.IsEmpty) continue;
                await intake.TakeAsync(fetch.Records);
                if (await IsHeldAsync(cancellationToken)) return IHeldStore.Pause;
                await reader.CommitAsync(fetch);
                figures.Committed(fetch, timeProvider.GetUtcNow());
                if (_failing) LogGoesOn(settings.Topic);
                _failing = false;
            }
        }
        finally
        {
            figures.Left();
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

    private void Tell(TopicFetch fetch)
    {
        figures.Fetched(fetch);
        if (fetch.State == _state) return;
        if (fetch.State == TopicState.There) LogThere(settings.Topic);
        else if (fetch.State == TopicState.NoTopic) LogNoTopic(settings.Topic);
        else LogNoBroker(settings.Topic);
        _state = fetch.State;
    }
}
