using System.Text;

namespace Actors.Hosting.Metrics;

/// <summary>One set of labels of a metric, with its numbers. Updated from any thread.</summary>
internal sealed class MetricSeries
{
    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly double[] _bounds;
    private readonly long[] _buckets;
    private double _sum;

    public MetricSeries(ReadOnlySpan<KeyValuePair<string, object?>> tags, int hash, double[] bounds)
    {
        this._tags = tags.ToArray();
        this._bounds = bounds;
        Hash = hash;
        _buckets = new long[bounds.Length + 1];
        Labels = Format(this._tags);
    }

    public int Hash { get; }

    /// <summary><c>a="b",c="d"</c>, escaped.</summary>
    public string Labels { get; }

    public double Sum => Volatile.Read(ref _sum);

    public bool Has(ReadOnlySpan<KeyValuePair<string, object?>> others)
    {
        if (others.Length != _tags.Length)
        {
            return false;
        }

        for (var i = 0; i < _tags.Length; i++)
        {
            if (_tags[i].Key != others[i].Key || !Equals(_tags[i].Value, others[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    public void Set(double value) => Volatile.Write(ref _sum, value);

    public void Add(double value)
    {
        double seen;
        do
        {
            seen = Volatile.Read(ref _sum);
        }
        while (Interlocked.CompareExchange(ref _sum, seen + value, seen) != seen);
    }

    public void Record(double value)
    {
        var at = Array.BinarySearch(_bounds, value);
        Interlocked.Increment(ref _buckets[at < 0 ? ~at : at]);
        Add(value);
    }

    /// <summary>Counts up to each bound and, last, all of them.</summary>
    public long[] Cumulative()
    {
        var counts = new long[_buckets.Length];
        var total = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            total += Volatile.Read(ref _buckets[i]);
            counts[i] = total;
        }

        return counts;
    }

    private static string Format(KeyValuePair<string, object?>[] tags)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            text.Append(text.Length > 0 ? "," : string.Empty).Append(MetricNames.Clean(name)).Append("=\"");
            MetricText.Escape(text, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty, quotes: true);
            text.Append('"');
        }

        return text.ToString();
    }
}
