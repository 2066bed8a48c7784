namespace Actors.Hosting.Metrics;

/// <summary>One metric with all its series. Past <see cref="MaxSeries"/> sets of labels the rest share one, so that labels cannot fill the memory.</summary>
internal sealed class MetricFamily(string name, string help, MetricKind kind, bool observed, double[] bounds)
{
    public const int MaxSeries = 500;

    private static readonly KeyValuePair<string, object?>[] s_overflow = [new("overflow", "true")];
    private readonly Lock _sync = new();
    private volatile MetricSeries[] _series = [];

    public string Name => name;

    public string Help => help;

    public MetricKind Kind => kind;

    public bool Observed => observed;

    public double[] Bounds => bounds;

    public IReadOnlyList<MetricSeries> Series => _series;

    public void Measure(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var target = Of(tags);
        if (kind == MetricKind.Histogram)
        {
            target.Record(value);
        }
        else if (observed)
        {
            target.Set(value);
        }
        else
        {
            target.Add(value);
        }
    }

    /// <summary>A gauge that is set, not moved.</summary>
    public void Set(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => Of(tags).Set(value);

    /// <summary>Observed values are asked for anew at each scrape: what is not reported any more goes.</summary>
    public void Forget() => _series = [];

    private MetricSeries Of(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = HashOf(tags);
        return Find(tags, hash) ?? Add(tags, hash);
    }

    private MetricSeries? Find(ReadOnlySpan<KeyValuePair<string, object?>> tags, int hash)
    {
        foreach (var candidate in _series)
        {
            if (candidate.Hash == hash && candidate.Has(tags))
            {
                return candidate;
            }
        }

        return null;
    }

    private MetricSeries Add(ReadOnlySpan<KeyValuePair<string, object?>> tags, int hash)
    {
        lock (_sync)
        {
            if (Find(tags, hash) is { } added)
            {
                return added;
            }

            if (_series.Length >= MaxSeries && !tags.SequenceEqual(s_overflow))
            {
                return Find(s_overflow, HashOf(s_overflow)) ?? Append(new MetricSeries(s_overflow, HashOf(s_overflow), bounds));
            }

            return Append(new MetricSeries(tags, hash, bounds));
        }
    }

    private MetricSeries Append(MetricSeries added)
    {
        _series = [.. _series, added];
        return added;
    }

    private static int HashOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = new HashCode();
        foreach (var (name, value) in tags)
        {
            hash.Add(name);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
