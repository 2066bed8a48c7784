using System.Globalization;
using System.Text.RegularExpressions;

namespace Actors.Hosting.Tests.Telemetry;

internal sealed record PrometheusSample(string Suffix, string Labels, double Value);

internal sealed record PrometheusFamily(string Name, string Help, string Type, List<PrometheusSample> Samples);

/// <summary>Reads the exposition back, strictly: every line must be known, every sample must belong to the family announced above it.</summary>
internal static partial class PrometheusText
{
    public static IReadOnlyList<PrometheusFamily> Parse(string text)
    {
        var families = new List<PrometheusFamily>();
        text.ShouldEndWith("\n");
        foreach (var line in text.Split('\n')[..^1])
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                var parts = line.Split(' ');
                families.ShouldNotContain(known => known.Name == parts[2], $"{parts[2]} is announced twice");
                families.Add(new PrometheusFamily(parts[2], "", parts[3], []));
            }
            else if (line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                families[^1] = families[^1] with { Help = line.Split(' ', 4)[3] };
            }
            else
            {
                Add(families[^1], line);
            }
        }

        return families;
    }

    private static void Add(PrometheusFamily family, string line)
    {
        var match = Sample().Match(line);
        match.Success.ShouldBeTrue(line);
        var name = match.Groups["name"].Value;
        name.ShouldStartWith(family.Name);
        var sample = new PrometheusSample(name[family.Name.Length..], match.Groups["labels"].Value, double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture));
        family.Samples.Add(sample);
    }

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*",?)*)\})? (?<value>[-+0-9.eE]+|NaN|[-+]Inf)$""")]
    private static partial Regex Sample();
}
