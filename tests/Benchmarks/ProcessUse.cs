using System.Globalization;

namespace Actors.Benchmarks;

/// <summary>The resources that a process has used so far.</summary>
/// <param name="Processor">CPU time in seconds.</param>
/// <param name="Preempted">The number of involuntary context switches.</param>
/// <param name="Resident">Resident memory in MB.</param>
internal sealed record ProcessUse(double Processor, long Preempted, double Resident)
{
    private const double TicksPerSecond = 100;

    public static ProcessUse Of(int process)
    {
        // The program name is in brackets and may contain any character; user and system time are fields 14 and 15.
        var times = File.ReadAllText($"/proc/{process}/stat").Split(") ")[^1].Split(' ');
        var preempted = Directory.EnumerateDirectories($"/proc/{process}/task").Sum(thread => Read($"{thread}/status", "nonvoluntary_ctxt_switches:"));
        return new((Number(times[11]) + Number(times[12])) / TicksPerSecond, preempted, Read($"/proc/{process}/status", "VmRSS:") * 1024 / 1e6);
    }

    private static long Read(string file, string name)
    {
        try
        {
            return Number(File.ReadLines(file).First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..].Replace("kB", "", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return 0; // The thread has ended.
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
