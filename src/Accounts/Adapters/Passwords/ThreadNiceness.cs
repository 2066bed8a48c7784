using System.Runtime.InteropServices;

namespace Actors.Accounts.Adapters.Passwords;

/// <summary>How eagerly a thread asks for processor time.</summary>
internal static partial class ThreadNiceness
{
    private const int Process = 0;
    private const int CallingThread = 0;
    private const int Lowest = 19;

    /// <summary>
    /// Puts the calling thread behind all others. On Linux the niceness belongs to a thread, and lowering it needs no right; elsewhere the
    /// framework's priority does what it can.
    /// </summary>
    public static void StandBack()
    {
        if (OperatingSystem.IsLinux())
            _ = SetPriority(Process, CallingThread, Lowest);
        else
            Thread.CurrentThread.Priority = ThreadPriority.Lowest;
    }

    [LibraryImport("libc", EntryPoint = "setpriority", SetLastError = true)]
    private static partial int SetPriority(int which, int who, int niceness);
}
