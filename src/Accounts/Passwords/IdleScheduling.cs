using System.Runtime.InteropServices;

namespace Actors.Accounts.Passwords;

/// <summary>Lowers the scheduling priority of threads.</summary>
internal static partial class IdleScheduling
{
    private const int Idle = 5;
    private const int CallingThread = 0;
    private const int OneThread = 0;
    private const int Lowest = 19;

    /// <summary>
    /// Gives the calling thread the lowest priority. On Linux it uses <c>SCHED_IDLE</c>, which needs no privileges: any other thread preempts it at
    /// once, whereas a thread with a high nice value keeps its core for milliseconds. If that fails, it sets the nice value; on other systems it sets
    /// the thread's priority.
    /// </summary>
    public static void Apply()
    {
        if (!OperatingSystem.IsLinux())
        {
            Thread.CurrentThread.Priority = ThreadPriority.Lowest;
            return;
        }

        var priority = 0;
        if (SetScheduler(CallingThread, Idle, in priority) != 0) _ = SetPriority(OneThread, CallingThread, Lowest);
    }

    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int thread, int policy, in int priority);

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int niceness);
}
