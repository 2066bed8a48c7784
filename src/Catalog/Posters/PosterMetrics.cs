using System.Diagnostics.Metrics;

namespace Actors.Catalog.Posters;

/// <summary>Metrics of posters. Labels are constants, never text from callers.</summary>
internal sealed class PosterMetrics(IMeterFactory meters)
{
    /// <summary>The meter of the catalogue.</summary>
    public const string MeterName = "Actors.Catalog";

    private readonly Instruments _instruments = new(meters.Create(MeterName));

    public void Converted(TimeSpan duration)
    {
        _instruments.Converted.Add(1);
        _instruments.Duration.Record(duration.TotalSeconds);
    }

    public void Reused() => _instruments.Reused.Add(1);

    public void Refused(string reason) => _instruments.Refused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Swept() => _instruments.Swept.Add(1);

    private sealed class Instruments(Meter meter)
    {
        public readonly Counter<long> Converted = meter.CreateCounter<long>("catalog.posters.converted", null, "Pictures converted to WebP.");
        public readonly Counter<long> Reused = meter.CreateCounter<long>("catalog.posters.reused", null, "Posters returned without a conversion.");
        public readonly Counter<long> Refused = meter.CreateCounter<long>("catalog.posters.refused", null, "Pictures that could not be fetched or were refused, by reason.");
        public readonly Counter<long> Swept = meter.CreateCounter<long>("catalog.posters.swept", null, "Posters deleted because no event uses them.");
        public readonly Histogram<double> Duration = meter.CreateHistogram<double>("catalog.posters.conversion.duration", "s", "Time to decode, shrink and encode one picture.");
    }
}
