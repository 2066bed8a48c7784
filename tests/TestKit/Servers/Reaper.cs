using System.Diagnostics;

namespace Actors.TestKit;

/// <summary>
/// Ends what this test process started, however the process itself ends. A shell at the other end of a pipe keeps the list;
/// the pipe closes with this process, even on SIGKILL, and the shell then ends the listed processes by id and deletes the folders.
/// </summary>
internal static class Reaper
{
    private const string Script = """
        exec >/dev/null 2>&1
        trap '' INT TERM HUP
        runs() { [ -e "/proc/$1/stat" ] && ! grep -q '^State:.*Z' "/proc/$1/status"; }
        declare -A kids dirs
        while read -r op what signal; do
          case $op in
            +) kids[$what]=$signal;;
            -) unset "kids[$what]";;
            d) dirs[$what]=1;;
            u) unset "dirs[$what]";;
          esac
        done
        for pid in "${!kids[@]}"; do kill -"${kids[$pid]}" "$pid"; done
        for i in $(seq 100); do
          alive=0; for pid in "${!kids[@]}"; do runs "$pid" && alive=1; done
          [ $alive = 0 ] && break; sleep 0.05
        done
        for pid in "${!kids[@]}"; do kill -KILL "$pid"; done
        for dir in "${!dirs[@]}"; do rm -rf -- "$dir"; done
        """;

    private static readonly Lock s_gate = new();
    private static readonly Lazy<Process> s_shell = new(Start);

    /// <summary>From now on <paramref name="child"/> is ended with this process, by <paramref name="signal"/> first.</summary>
    public static void Own(Process child, string signal = "KILL") => Tell($"+ {child.Id} {signal}");

    public static void Forget(int processId) => Tell($"- {processId}");

    public static void OwnFolder(string folder) => Tell($"d {folder}");

    public static void ForgetFolder(string folder) => Tell($"u {folder}");

    private static void Tell(string line)
    {
        lock (s_gate)
        {
            s_shell.Value.StandardInput.WriteLine(line);
            s_shell.Value.StandardInput.Flush();
        }
    }

    // Its own session (setsid), so that a signal sent to the test run's process group does not take it along.
    private static Process Start()
    {
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true };
        foreach (var part in (string[])["bash", "-c", Script])
            start.ArgumentList.Add(part);
        return Process.Start(start)!;
    }
}
