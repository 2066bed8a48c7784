namespace Orleans.Activations;

/// <summary>Starts subscribers stage by stage, those of one stage together, and stops them in the opposite order.</summary>
internal abstract class StagedLifecycle : ILifecycleObservable
{
    private readonly Lock _gate = new();
    private readonly List<Subscription> _subscriptions = [];
    private readonly List<IGrouping<int, Subscription>> _started = [];

    /// <summary>The highest stage that has started; null for none.</summary>
    public int? Highest { get; private set; }

    /// <summary>The lowest stage that has stopped; null for none.</summary>
    public int? Lowest { get; private set; }

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var subscription = new Subscription(this, stage, observer);
        lock (_gate)
        {
            _subscriptions.Add(subscription);
        }

        return subscription;
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        foreach (var stage in Stages())
        {
            cancellation.ThrowIfCancellationRequested();
            _started.Add(stage);
            await Task.WhenAll(stage.Select(each => each.Observer.OnStart(cancellation)));
            Highest = stage.Key;
        }
    }

    /// <summary>Stops every stage that has begun; what fails does not keep the others from stopping, and is returned.</summary>
    public async Task<IReadOnlyList<Exception>> StopAsync(CancellationToken cancellation)
    {
        var failures = new List<Exception>();
        foreach (var stage in Enumerable.Reverse(_started))
        {
            var stopping = Task.WhenAll(stage.Select(each => each.Observer.OnStop(cancellation)));
            await stopping.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            failures.AddRange(stopping.Exception?.InnerExceptions ?? Enumerable.Empty<Exception>());
            Lowest = stage.Key;
        }

        _started.Clear();
        return failures;
    }

    private List<IGrouping<int, Subscription>> Stages()
    {
        lock (_gate)
        {
            return [.. _subscriptions.GroupBy(each => each.Stage).OrderBy(stage => stage.Key)];
        }
    }

    private sealed record Subscription(StagedLifecycle Lifecycle, int Stage, ILifecycleObserver Observer) : IDisposable
    {
        public void Dispose()
        {
            lock (Lifecycle._gate)
            {
                Lifecycle._subscriptions.Remove(this);
            }
        }
    }
}
