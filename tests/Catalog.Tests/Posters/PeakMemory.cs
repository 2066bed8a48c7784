using System.Globalization;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The peak memory of this process since a moment, minus the memory at that moment.</summary>
internal sealed class PeakMemory
{
    private const string ResetPeak = "5";
    private readonly long _before;

    private PeakMemory(long before) => _before = before;

    public static PeakMemory Start()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", ResetPeak);
        return new PeakMemory(Read("VmRSS:"));
    }

    public long Bytes() => Read("VmHWM:") - _before;

    private static long Read(string name)
    {
        var line = File.ReadLines("/proc/self/status").Single(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line[name.Length..^"kB".Length], CultureInfo.InvariantCulture) << 10;
    }
}
