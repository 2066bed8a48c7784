using System.Globalization;

namespace Actors.Benchmarks;

/// <summary>What the system says that a process has used so far.</summary>
/// <param name="Processor">Time of all processors, in seconds.</param>
/// <param name="Preempted">How often a thread of it lost its processor to another one.</param>
/// <param name="Resident">Memory, in MB.</param>
internal sealed record ProcessUse(double Processor, long Preempted, double Resident)
{
    private const double TicksPerSecond = 100;

    public static ProcessUse Of(int process)
    {
        // The name of the program is in brackets and may hold anything; user and system time are the 14th and 15th field.
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
            return 0; // a thread that has ended meanwhile
        }
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
