using System.Diagnostics;

namespace Actors.Benchmarks;

/// <summary>A process of lower priority that keeps a core busy.</summary>
internal sealed class Busy : IDisposable
{
    private readonly Process _process = Process.Start("sh", ["-c", "exec nice yes >/dev/null"]);

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
