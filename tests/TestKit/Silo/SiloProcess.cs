using System.Diagnostics;

namespace Actors.TestKit;

/// <summary>
/// Runs the built silo as a separate process, which a test may kill and restart on the same data. The test project must reference the silo's project,
/// so that it is built first.
/// </summary>
public sealed class SiloProcess : IAsyncDisposable
{
    private readonly SiloClients _clients;
    private readonly string[] _arguments;
    private Child _process = null!;

    private SiloProcess(SiloSettings settings, string[] arguments)
    {
        (Settings, _arguments) = (settings, arguments);
        _clients = new SiloClients(settings);
    }

    /// <summary>The program to start: the build beside the tests, or the published program of a benchmark.</summary>
    public static string Program { get; set; } = Built();

    /// <summary>The settings; changes take effect at the next start.</summary>
    public SiloSettings Settings { get; }

    /// <summary>Client of the combined listener; valid across restarts.</summary>
    public HttpClient Client => _clients.For();

    /// <summary>The output since the last start.</summary>
    public string Output => _process.Output;

    /// <summary>The process id since the last start.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Whether the process has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>The exit code of the ended process.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Client of a role's listener.</summary>
    public HttpClient ClientFor(string role) => _clients.For(role);

    /// <summary>Starts the silo and waits until <c>GET /health</c> answers 200.</summary>
    public static async Task<SiloProcess> StartAsync(SiloSettings settings, params string[] arguments)
    {
        var silo = Launch(settings, arguments);
        await silo.HealthyAsync();
        return silo;
    }

    /// <summary>Starts the silo without waiting; for starts that are refused.</summary>
    public static SiloProcess Launch(SiloSettings settings, params string[] arguments)
    {
        var silo = new SiloProcess(settings, arguments);
        silo.Begin();
        return silo;
    }

    /// <summary>The command that starts the silo; for tests that start it differently.</summary>
    public static ProcessStartInfo Command(SiloSettings settings, params IEnumerable<string> arguments)
    {
        var start = Child.Command("dotnet", [Program, .. arguments]);
        start.WorkingDirectory = RepoRoot.Combine("silo");
        foreach (var name in start.Environment.Keys.Where(IsTestHosts).ToArray())
            start.Environment.Remove(name);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = settings.Environment;
        foreach (var (name, value) in settings.Values)
            start.Environment[name] = value;
        return start;
    }

    /// <summary>SIGKILL; completes when the process has ended.</summary>
    public Task KillAsync() => _process.SignalAsync(Signals.Kill);

    /// <summary>SIGTERM; returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await _process.SignalAsync(Signals.Terminate);
        return _process.ExitCode;
    }

    /// <summary>SIGSTOP: freezes the process with open sockets.</summary>
    public void Pause() => _process.Send(Signals.Stop);

    /// <summary>SIGCONT: resumes the process.</summary>
    public void Resume() => _process.Send(Signals.Continue);

    /// <summary>SIGTERM; does not wait.</summary>
    public void AskToStop() => _process.Send(Signals.Terminate);

    /// <summary>Completes when the process has ended.</summary>
    public Task ExitedAsync() => _process.ExitedAsync();

    /// <summary>Restarts it on the same data (after <see cref="KillAsync"/> or <see cref="StopAsync"/>) and waits until it is healthy.</summary>
    public async Task RestartAsync()
    {
        await _process.DisposeAsync();
        Begin();
        await HealthyAsync();
    }

    /// <summary>Waits until a condition of the running silo holds. Throws with the output if the silo ends first or the wait times out.</summary>
    public async Task UntilAsync(string state, Func<Task<bool>> holds)
    {
        try
        {
            await Waiting.UntilAsync($"the silo to be {state}", async () =>
            {
                if (!HasExited) return await holds();
                await ExitedAsync();
                throw new InvalidOperationException($"The silo ended with {ExitCode} before it was {state}: {Output}");
            });
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} It used the processor for {_process.ProcessorTime.TotalSeconds:0.0} s and printed: {Output}", late);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await _process.DisposeAsync();
    }

    // Beside the folder of the test project: …/bin/Catalog.Tests/debug → …/bin/Silo/debug
    private static string Built()
    {
        var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(here.Parent!.Parent!.FullName, "Silo", here.Name, "Actors.Silo.dll");
    }

    private void Begin() => _process = Child.Start(Command(Settings, _arguments));

    // Removes the switches of the test host (code coverage, start-up hooks).
    private static bool IsTestHosts(string name) =>
        name.StartsWith("DOTNET_STARTUP_HOOKS", StringComparison.Ordinal) || name.StartsWith("CORECLR_", StringComparison.Ordinal)
        || name.StartsWith("VSTEST_", StringComparison.Ordinal);

    private Task HealthyAsync() => UntilAsync("healthy", async () =>
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    });
}
