using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.TestKit;

/// <summary>Counts the activations of one host from now on, using Orleans' own metrics.</summary>
public sealed class ActivationCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _created;
    private long _destroyed;

    /// <summary>Starts counting.</summary>
    public ActivationCount(IServiceProvider host)
    {
        var scope = host.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Scope == scope && instrument.Name is "orleans-catalog-activation-created" or "orleans-catalog-activation-destroyed")
                self.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, count, _, _) =>
        {
            if (instrument.Name.EndsWith("created", StringComparison.Ordinal)) Interlocked.Add(ref _created, count);
            else Interlocked.Add(ref _destroyed, count);
        });
        _listener.Start();
    }

    /// <summary>Number of activations created.</summary>
    public long Created => Interlocked.Read(ref _created);

    /// <summary>Number of those activations that still exist.</summary>
    public long Alive => Interlocked.Read(ref _created) - Interlocked.Read(ref _destroyed);

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
