using System.Text;

namespace Actors.Hosting.Metrics;

/// <summary>One set of labels of a metric, with its numbers. Updated from any thread.</summary>
internal sealed class MetricSeries
{
    private readonly KeyValuePair<string, object?>[] tags;
    private readonly double[] bounds;
    private readonly long[] buckets;
    private double sum;

    public MetricSeries(ReadOnlySpan<KeyValuePair<string, object?>> tags, int hash, double[] bounds)
    {
        this.tags = tags.ToArray();
        this.bounds = bounds;
        Hash = hash;
        buckets = new long[bounds.Length + 1];
        Labels = Format(this.tags);
    }

    public int Hash { get; }

    /// <summary><c>a="b",c="d"</c>, escaped.</summary>
    public string Labels { get; }

    public double Sum => Volatile.Read(ref sum);

    public bool Has(ReadOnlySpan<KeyValuePair<string, object?>> others)
    {
        if (others.Length != tags.Length)
        {
            return false;
        }

        for (var i = 0; i < tags.Length; i++)
        {
            if (tags[i].Key != others[i].Key || !Equals(tags[i].Value, others[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    public void Set(double value) => Volatile.Write(ref sum, value);

    public void Add(double value)
    {
        double seen;
        do
        {
            seen = Volatile.Read(ref sum);
        }
        while (Interlocked.CompareExchange(ref sum, seen + value, seen) != seen);
    }

    public void Record(double value)
    {
        var at = Array.BinarySearch(bounds, value);
        Interlocked.Increment(ref buckets[at < 0 ? ~at : at]);
        Add(value);
    }

    /// <summary>Counts up to each bound and, last, all of them.</summary>
    public long[] Cumulative()
    {
        var counts = new long[buckets.Length];
        var total = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            total += Volatile.Read(ref buckets[i]);
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
