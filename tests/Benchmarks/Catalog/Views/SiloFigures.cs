using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog.Views;

/// <summary>The resources used by a running silo, from its metrics and the system.</summary>
internal static partial class SiloFigures
{
    private const double Megabyte = 1 << 20;

    /// <summary>Resident memory in MiB.</summary>
    public static double Resident(SiloProcess silo) =>
        double.Parse(Resident().Match(File.ReadAllText($"/proc/{silo.ProcessId}/status")).Groups[1].Value, CultureInfo.InvariantCulture) / 1024;

    /// <summary>Bytes allocated since the start.</summary>
    public static Task<double> AllocatedAsync(SiloProcess silo) => SumAsync(silo, "dotnet_gc_heap_total_allocated");

    /// <summary>Size of the heap after the last collection, in MiB.</summary>
    public static async Task<double> HeapAsync(SiloProcess silo) => await SumAsync(silo, "dotnet_gc_last_collection_heap_size") / Megabyte;

    /// <summary>CPU milliseconds since the start, which do not depend on the load of the machine.</summary>
    public static double Processor(SiloProcess silo)
    {
        using var process = Process.GetProcessById(silo.ProcessId);
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    private static async Task<double> SumAsync(SiloProcess silo, string name)
    {
        var lines = (await silo.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative))).Split('\n').Where(line => line.StartsWith(name, StringComparison.Ordinal));
        return lines.Sum(line => double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"VmRSS:\s+(\d+)")]
    private static partial Regex Resident();
}
