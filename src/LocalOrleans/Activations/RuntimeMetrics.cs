using System.Diagnostics.Metrics;

namespace Orleans.Activations;

/// <summary>Counts under the names that Orleans gives them.</summary>
internal sealed class RuntimeMetrics : IDisposable
{
    private readonly Meter _meter = new("Microsoft.Orleans");
    private readonly Counter<int> _created;
    private readonly Counter<int> _destroyed;
    private int _alive;

    public RuntimeMetrics()
    {
        _created = _meter.CreateCounter<int>("orleans-catalog-activation-created");
        _destroyed = _meter.CreateCounter<int>("orleans-catalog-activation-destroyed");
        _meter.CreateObservableGauge("orleans-catalog-activations", () => Volatile.Read(ref _alive));
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

    public void Dispose() => _meter.Dispose();
}
