using System.Collections.Immutable;

namespace Actors.Grains.Messages;

/// <summary>
/// Follows one topic for all readers of this silo: the grain notifies it of new messages, and every <see cref="RenewalPeriod"/> it renews its
/// subscription and fetches missed messages. The loss of a notification, silo or activation therefore delays messages but loses none.
/// </summary>
internal sealed partial class TopicFeed(string topic, IGrainFactory grains, TimeProvider timeProvider, ILogger logger) : IMessageObserver
{
    /// <summary>The time between two renewals, and so the longest delay of a message whose notification was lost.</summary>
    public static readonly TimeSpan RenewalPeriod = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = NewSignal();
    private TaskCompletionSource _gap = NewSignal();
    private MessageWindow? _window;
    private IMessageObserver? _reference;

    /// <summary>The number of readers. Used under the lock of <see cref="SiloMessages"/>.</summary>
    public int Readers { get; set; }

    /// <summary>Stops the renewals.</summary>
    public CancellationTokenSource Stop { get; } = new();

    /// <summary>Returns the known messages as soon as they differ from <paramref name="seen"/>.</summary>
    public async Task<MessageWindow> ChangedAsync(MessageWindow? seen, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (_window is { } window && window != seen) return window;
                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Renews the subscription and returns the known messages.</summary>
    public async Task<MessageWindow> RenewedAsync(CancellationToken cancellationToken)
    {
        while (!await RenewAsync(cancellationToken)) await Task.Delay(RenewalPeriod, timeProvider, cancellationToken);
        return _window!;
    }

    public void Added(ImmutableArray<NumberedMessage> messages)
    {
        lock (_gate)
        {
            // Before the first response there is no window; that response contains these messages.
            if (_window is null) return;
            if (_window.With(messages) is { } next) Show(next);
            else _gap.TrySetResult();
        }
    }

    /// <summary>Renews the subscription until <see cref="Stop"/>.</summary>
    public async Task RunAsync()
    {
        var cancellationToken = Stop.Token;
        _reference = grains.CreateObjectReference<IMessageObserver>(this);
        try
        {
            while (true)
            {
                await RenewAsync(cancellationToken);
                await Task.WhenAny(_gap.Task, Task.Delay(RenewalPeriod, timeProvider, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The last reader has left.
        }
        finally
        {
            grains.DeleteObjectReference<IMessageObserver>(_reference);
        }
    }

    private async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        // Reset first: a gap that is noticed during this renewal needs another one.
        _gap = NewSignal();
        var after = _window?.Last ?? 0;
        try
        {
            Take(after, await grains.GetGrain<IMessageTopicGrain>(topic).Renew(_reference!, after).WaitAsync(cancellationToken));
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogRenewalFailed(e, topic, RenewalPeriod);
            return false;
        }
    }

    private void Take(long after, MessagePage page)
    {
        lock (_gate)
        {
            // A topic that ends before the known messages comes from a restored backup.
            var next = page.Last < after ? null : _window?.With(page.Messages);
            Show(next ?? new(page.Last, page.Messages));
        }
    }

    private void Show(MessageWindow window)
    {
        if (window == _window) return;
        _window = window;
        var changed = _changed;
        _changed = NewSignal();
        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
