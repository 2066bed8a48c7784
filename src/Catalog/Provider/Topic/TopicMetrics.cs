using System.Diagnostics.Metrics;

namespace Actors.Catalog.Provider.Topic;

/// <summary>The metrics of this silo's consumer.</summary>
internal sealed class TopicMetrics
{
    private long _lag, _pending, _partitions, _lastRecord;

    public TopicMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Actors.Catalog");
        meter.CreateObservableGauge("provider.topic.lag", () => Volatile.Read(ref _lag), "{record}", "Records of this silo's partitions that are not stored yet.");
        meter.CreateObservableGauge("provider.topic.pending", () => Volatile.Read(ref _pending), "{record}", "Fetched records whose offset is not committed yet.");
        meter.CreateObservableGauge("provider.topic.partitions", () => Volatile.Read(ref _partitions), "{partition}", "Partitions that this silo reads.");
        meter.CreateObservableGauge("provider.topic.last_record", () => Volatile.Read(ref _lastRecord), "s", "Unix time of the last commit of records.");
    }

    public void Fetched(TopicFetch fetch)
    {
        Volatile.Write(ref _lag, fetch.Lag);
        Volatile.Write(ref _pending, fetch.Records.Length);
        Volatile.Write(ref _partitions, fetch.Partitions);
    }

    public void Committed(TopicFetch fetch, DateTimeOffset now)
    {
        Volatile.Write(ref _lag, fetch.Lag - fetch.Records.Length);
        Volatile.Write(ref _pending, 0);
        Volatile.Write(ref _lastRecord, now.ToUnixTimeSeconds());
    }

    /// <summary>The consumer has left its group.</summary>
    public void ConsumerStopped()
    {
        Volatile.Write(ref _lag, 0);
        Volatile.Write(ref _pending, 0);
        Volatile.Write(ref _partitions, 0);
    }
}
