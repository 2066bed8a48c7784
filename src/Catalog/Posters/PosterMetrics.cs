using System.Diagnostics.Metrics;

namespace Actors.Catalog.Posters;

/// <summary>What happened to posters. Labels are ours, never a caller's.</summary>
internal sealed class PosterMetrics(IMeterFactory meters)
{
    /// <summary>The meter of this room.</summary>
    public const string MeterName = "Actors.Catalog";

    private readonly Instruments _to = new(meters.Create(MeterName));

    public void Converted(TimeSpan duration)
    {
        _to.Converted.Add(1);
        _to.Duration.Record(duration.TotalSeconds);
    }

    public void Reused() => _to.Reused.Add(1);

    public void Refused(string reason) => _to.Refused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Swept() => _to.Swept.Add(1);

    private sealed class Instruments(Meter meter)
    {
        public readonly Counter<long> Converted = meter.CreateCounter<long>("catalog.posters.converted", null, "Pictures converted to WebP.");
        public readonly Counter<long> Reused = meter.CreateCounter<long>("catalog.posters.reused", null, "Posters given out without converting.");
        public readonly Counter<long> Refused = meter.CreateCounter<long>("catalog.posters.refused", null, "Pictures not fetched or not taken, by reason.");
        public readonly Counter<long> Swept = meter.CreateCounter<long>("catalog.posters.swept", null, "Posters deleted because no event shows them.");
        public readonly Histogram<double> Duration = meter.CreateHistogram<double>("catalog.posters.conversion.duration", "s", "Time to decode, shrink and encode one picture.");
    }
}
