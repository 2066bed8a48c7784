namespace Orleans;

/// <summary>Takes part in starting and stopping.</summary>
public interface ILifecycleObserver
{
    /// <summary>Called when the stage is reached.</summary>
    Task OnStart(CancellationToken cancellationToken = default);

    /// <summary>Called when the stage is left.</summary>
    Task OnStop(CancellationToken cancellationToken = default);
}

/// <summary>Something that starts and stops in stages.</summary>
public interface ILifecycleObservable
{
    /// <summary>Takes part in a stage until disposed.</summary>
    IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer);
}

/// <summary>A service that takes part in a lifecycle.</summary>
public interface ILifecycleParticipant<TLifecycleObservable>
    where TLifecycleObservable : ILifecycleObservable
{
    /// <summary>Subscribes to the stages it needs.</summary>
    void Participate(TLifecycleObservable lifecycle);
}
