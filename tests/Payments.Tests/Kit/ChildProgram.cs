using System.Diagnostics;
using Actors.TestKit;

namespace Actors.Payments.Tests.Kit;

/// <summary>This test assembly as a program of its own (<see cref="ChildMain"/>), which a test kills.</summary>
internal sealed class ChildProgram : IDisposable
{
    private readonly Process _process;

    private ChildProgram(Process process) => _process = process;

    public static ChildProgram Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in arguments.Prepend(typeof(ChildProgram).Assembly.Location).Prepend("exec")) start.ArgumentList.Add(argument);
        return new ChildProgram(Process.Start(start)!);
    }

    public async Task<string> ReadLineAsync() =>
        (await _process.StandardOutput.ReadLineAsync().Within($"a line of process {_process.Id}")).ShouldNotBeNull();

    /// <summary>SIGKILL; returns when the process is gone.</summary>
    public Task KillAsync()
    {
        _process.Kill();
        return _process.WaitForExitAsync().Within($"the end of process {_process.Id}");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
