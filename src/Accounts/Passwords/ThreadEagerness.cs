using System.Runtime.InteropServices;

namespace Actors.Accounts.Passwords;

/// <summary>How eagerly a thread asks for processor time.</summary>
internal static partial class ThreadEagerness
{
    private const int Idle = 5;
    private const int CallingThread = 0;
    private const int OneThread = 0;
    private const int Lowest = 19;

    /// <summary>
    /// Puts the calling thread behind all others. On Linux that is the policy <c>SCHED_IDLE</c>: whoever wakes up takes the core from it at once,
    /// while from a thread that is merely nice it is taken at the end of its slice, milliseconds later. It needs no right. Where it is not to be had,
    /// the thread is nice, and elsewhere the framework's priority does what it can.
    /// </summary>
    public static void StandBack()
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
