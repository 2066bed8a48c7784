using System.Diagnostics.Metrics;

namespace Orleans.Activations;

/// <summary>Counts under the names that Orleans gives them.</summary>
internal sealed class RuntimeMetrics
{
    private readonly Counter<int> _created;
    private readonly Counter<int> _destroyed;
    private readonly Counter<int> _failed;
    private readonly Counter<long> _timedOut;
    private int _alive;

    public RuntimeMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Microsoft.Orleans");
        _created = meter.CreateCounter<int>("orleans-catalog-activation-created");
        _destroyed = meter.CreateCounter<int>("orleans-catalog-activation-destroyed");
        _failed = meter.CreateCounter<int>("orleans-catalog-activation-failed-to-activate");
        _timedOut = meter.CreateCounter<long>("orleans-app-requests-timedout");
        meter.CreateObservableGauge("orleans-catalog-activations", () => Volatile.Read(ref _alive));
    }

    public void Created()
    {
        Interlocked.Increment(ref _alive);
        _created.Add(1);
    }

    public void Destroyed()
    {
        Interlocked.Decrement(ref _alive);
        _destroyed.Add(1);
    }

    public void FailedToActivate() => _failed.Add(1);

    public void TimedOut() => _timedOut.Add(1);
}
