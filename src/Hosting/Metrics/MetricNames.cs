using System.Diagnostics.Metrics;
using System.Text;

namespace Actors.Hosting.Metrics;

/// <summary>Turns names of .NET instruments into names Prometheus accepts: base units spelled out at the end, no dots.</summary>
internal static class MetricNames
{
    /// <summary>The family's name, without <c>_total</c>.</summary>
    public static string Family(Instrument instrument, MetricKind kind)
    {
        var name = Clean(instrument.Name);
        var unit = instrument.Unit == "1" && kind == MetricKind.Gauge ? "_ratio" : Unit(instrument.Unit);
        if (unit.Length > 0 && !name.EndsWith(unit, StringComparison.Ordinal))
        {
            name += unit;
        }

        return kind == MetricKind.Counter && name.EndsWith("_total", StringComparison.Ordinal) ? name[..^"_total".Length] : name;
    }

    public static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            clean.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        }

        return clean.Length == 0 || char.IsAsciiDigit(clean[0]) ? $"_{clean}" : clean.ToString();
    }

    private static string Unit(string? unit) => unit switch
    {
        "s" => "_seconds",
        "ms" => "_milliseconds",
        "us" => "_microseconds",
        "By" or "bytes" => "_bytes",
        _ => string.Empty,
    };
}
