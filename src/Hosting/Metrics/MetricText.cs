using System.Globalization;
using System.Text;

namespace Actors.Hosting.Metrics;

/// <summary>Writes the text that Prometheus reads: its own format 0.0.4, or OpenMetrics 1.0.</summary>
internal static class MetricText
{
    public const string Prometheus = "text/plain; version=0.0.4; charset=utf-8";
    public const string OpenMetrics = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    public static string Write(IEnumerable<MetricFamily> families, bool openMetrics)
    {
        var text = new StringBuilder();
        foreach (var family in families.Where(family => family.Series.Count > 0))
        {
            Write(text, family, openMetrics);
        }

        return text.Append(openMetrics ? "# EOF\n" : string.Empty).ToString();
    }

    public static void Escape(StringBuilder text, string value, bool quotes)
    {
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' => text.Append(@"\\"),
                '\n' => text.Append(@"\n"),
                '"' when quotes => text.Append("\\\""),
                _ => text.Append(c),
            };
        }
    }

    private static void Write(StringBuilder text, MetricFamily family, bool openMetrics)
    {
        var sample = family.Kind == MetricKind.Counter ? $"{family.Name}_total" : family.Name;
        var announced = openMetrics ? family.Name : sample;
        text.Append("# HELP ").Append(announced).Append(' ');
        Escape(text, family.Help, quotes: false);
        text.Append("\n# TYPE ").Append(announced).Append(' ').Append(Word(family.Kind)).Append('\n');
        foreach (var series in family.Series)
        {
            if (family.Kind == MetricKind.Histogram)
            {
                Histogram(text, family, series);
            }
            else
            {
                Sample(text, sample, series.Labels, series.Sum);
            }
        }
    }

    private static void Histogram(StringBuilder text, MetricFamily family, MetricSeries series)
    {
        var counts = series.Cumulative();
        var separator = series.Labels.Length > 0 ? "," : string.Empty;
        for (var i = 0; i < counts.Length; i++)
        {
            var bound = i < family.Bounds.Length ? Number(family.Bounds[i]) : "+Inf";
            Sample(text, $"{family.Name}_bucket", $"{series.Labels}{separator}le=\"{bound}\"", counts[i]);
        }

        Sample(text, $"{family.Name}_sum", series.Labels, series.Sum);
        Sample(text, $"{family.Name}_count", series.Labels, counts[^1]);
    }

    private static void Sample(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Word(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Gauge => "gauge",
        _ => "histogram",
    };
}
