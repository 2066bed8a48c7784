using System.Diagnostics;
using Actors.TestKit;

namespace Actors.Persistence.Tests.Kit;

/// <summary>This test assembly as a program of its own (<see cref="ChildMain"/>), which a test may kill.</summary>
internal sealed class ChildProgram : IDisposable
{
    private readonly Process _process;

    private ChildProgram(Process process) => _process = process;

    public int Id => _process.Id;

    public static ChildProgram Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        string[] all = ["exec", typeof(ChildProgram).Assembly.Location, .. arguments];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        return new ChildProgram(Process.Start(start)!);
    }

    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync().Within($"a line of process {Id}");

    /// <summary>Sends SIGKILL; returns the remaining output lines.</summary>
    public async Task<List<string>> KillAsync()
    {
        _process.Kill();
        var rest = new List<string>();
        while (await ReadLineAsync() is { } line)
        {
            rest.Add(line);
        }

        await _process.WaitForExitAsync().Within($"the end of process {Id}");
        return rest;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
