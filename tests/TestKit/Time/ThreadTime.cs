using System.Runtime.InteropServices;

namespace Actors.TestKit;

/// <summary>CPU time of the calling thread: the cost of synchronous code, however busy the machine is.</summary>
public sealed partial class ThreadTime
{
    private const int ThisThread = 3; // CLOCK_THREAD_CPUTIME_ID

    private readonly TimeSpan _start = Now();

    /// <summary>CPU time since the creation. Read it on the same thread.</summary>
    public TimeSpan Elapsed => Now() - _start;

    private static TimeSpan Now() => ReadClock(ThisThread, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000)
        : throw new InvalidOperationException("The thread's clock cannot be read.");

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ReadClock(int clock, out ClockTime time);

    private readonly record struct ClockTime(long Seconds, long Nanoseconds);
}
