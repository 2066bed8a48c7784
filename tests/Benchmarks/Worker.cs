using System.Diagnostics;

namespace Actors.Benchmarks;

/// <summary>Runs this program as a separate process under one of its names until its input is closed.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private const string Ready = "ready";
    private readonly Process _process;

    private Worker(Process process) => _process = process;

    public int Id => _process.Id;

    public static async Task<Worker> StartAsync(string name, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Worker).Assembly.Location, name]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var (key, value) in environment) start.Environment[key] = value;
        var process = Process.Start(start)!;
        return await process.StandardOutput.ReadLineAsync() == Ready ? new Worker(process) : throw new InvalidOperationException($"\"{name}\" did not start.");
    }

    /// <summary>The loop of the process: answers each input line.</summary>
    public static async Task ServeAsync(Func<Task<string>> answer)
    {
        Console.WriteLine(Ready);
        while (await Console.In.ReadLineAsync() is not null) Console.WriteLine(await answer());
    }

    /// <summary>Reads a required setting from the parent process.</summary>
    public static string Needed(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException("Other benchmarks start this one.");

    /// <summary>Runs the work once.</summary>
    public async Task<string> AskAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The process has ended.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
