using System.Diagnostics;

namespace Actors.TestKit;

/// <summary>
/// Ends the processes of this test process, even if it is killed. A shell reads their ids from a pipe. The pipe closes with this process, even on
/// SIGKILL; then the shell ends the processes by id and deletes the folders.
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

    /// <summary>Ends <paramref name="child"/> with this process, first by <paramref name="signal"/>.</summary>
    public static void Own(Process child, string signal = "KILL") => Send($"+ {child.Id} {signal}");

    public static void Forget(int processId) => Send($"- {processId}");

    public static void OwnFolder(string folder) => Send($"d {folder}");

    public static void ForgetFolder(string folder) => Send($"u {folder}");

    private static void Send(string line)
    {
        lock (s_gate)
        {
            s_shell.Value.StandardInput.WriteLine(line);
            s_shell.Value.StandardInput.Flush();
        }
    }

    // Uses its own session (setsid), so that a signal to the process group of the test run does not end it.
    private static Process Start()
    {
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true };
        foreach (var part in (string[])["bash", "-c", Script])
            start.ArgumentList.Add(part);
        return Process.Start(start)!;
    }
}
