using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Actors.TestKit;

/// <summary>A child process with captured output, ended by its id.</summary>
internal sealed partial class Child : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly List<(string Text, TaskCompletionSource Found)> _waits = [];

    private Child(Process process, string endSignal)
    {
        _process = process;
        Reaper.Own(process, endSignal);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>The CPU time used. A small value means that the machine was too busy to run it.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Standard output and error so far, in order of arrival.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static Child Start(ProcessStartInfo start, string endSignal = "KILL")
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return new Child(Process.Start(start)!, endSignal);
    }

    public static ProcessStartInfo Command(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    /// <summary>Runs a command to its end; throws with its output if it fails.</summary>
    public static async Task RunAsync(ProcessStartInfo start)
    {
        await using var child = Start(start);
        await child.ExitedAsync();
        if (child.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {child.ExitCode}: {child.Output}");
    }

    /// <summary>Completes when the process has ended and all of its output is read.</summary>
    public async Task ExitedAsync()
    {
        try
        {
            await _process.WaitForExitAsync().Within($"the end of process {Id}");
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} Its output: {Output}", late);
        }

        Reaper.Forget(Id);
    }

    /// <summary>Completes when the output contains a text; throws with the output if the process ends first.</summary>
    public async Task SaysAsync(string text)
    {
        var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (_output.ToString().Contains(text, StringComparison.Ordinal)) return;
            _waits.Add((text, found));
        }

        await Task.WhenAny(found.Task, _process.WaitForExitAsync()).Within($"process {Id} to say '{text}'");
        if (!found.Task.IsCompleted) throw new InvalidOperationException($"Process {Id} ended before it said '{text}': {Output}");
    }

    /// <summary>Sends a signal that does not end the process.</summary>
    public void Send(int signal) => _ = Kill(Id, signal);

    public async Task SignalAsync(int signal)
    {
        if (!HasExited)
            _ = Kill(Id, signal);
        await ExitedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await SignalAsync(Signals.Kill);
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (_output)
        {
            _output.AppendLine(line);
            _waits.FindAll(wait => line.Contains(wait.Text, StringComparison.Ordinal)).ForEach(wait => wait.Found.TrySetResult());
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int processId, int signal);
}
