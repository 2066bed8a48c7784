using System.Diagnostics;

namespace Actors.TestKit;

/// <summary>
/// The built silo as a process of its own, which a test may kill and start again on the same data. The test project must
/// reference the silo's project, so that it is built first.
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

    /// <summary>The program that is started: what was built beside the tests, unless a benchmark measures what is deployed.</summary>
    public static string Program { get; set; } = Built();

    /// <summary>What it is started with; changes take effect at the next start.</summary>
    public SiloSettings Settings { get; }

    /// <summary>Client of the combined listener; survives restarts.</summary>
    public HttpClient Client => _clients.For();

    /// <summary>What the process of the last start printed so far.</summary>
    public string Output => _process.Output;

    /// <summary>The id of the process of the last start.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Whether the process is gone.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Exit code of the process that is gone.</summary>
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

    /// <summary>Starts the silo and waits for nothing; for starts that are refused.</summary>
    public static SiloProcess Launch(SiloSettings settings, params string[] arguments)
    {
        var silo = new SiloProcess(settings, arguments);
        silo.Begin();
        return silo;
    }

    /// <summary>How the silo is started with these settings; for tests that start it in a way of their own.</summary>
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

    /// <summary>SIGKILL; returns when the process is gone.</summary>
    public Task KillAsync() => _process.SignalAsync(Signals.Kill);

    /// <summary>SIGTERM; returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        await _process.SignalAsync(Signals.Terminate);
        return _process.ExitCode;
    }

    /// <summary>SIGSTOP: the process stands still, with its sockets open.</summary>
    public void Pause() => _process.Send(Signals.Stop);

    /// <summary>SIGCONT: it goes on where it stood.</summary>
    public void Resume() => _process.Send(Signals.Continue);

    /// <summary>SIGTERM; does not wait.</summary>
    public void AskToStop() => _process.Send(Signals.Terminate);

    /// <summary>Completes when the process is gone.</summary>
    public Task ExitedAsync() => _process.ExitedAsync();

    /// <summary>Starts it again on the same data (after <see cref="KillAsync"/> or <see cref="StopAsync"/>) and waits for its health.</summary>
    public async Task RestartAsync()
    {
        await _process.DisposeAsync();
        Begin();
        await HealthyAsync();
    }

    /// <summary>Waits until something holds of the running silo; fails with what it printed when it ends before, or when it takes too long.</summary>
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

    // Beside the test's own folder: …/bin/Catalog.Tests/debug → …/bin/Silo/debug
    private static string Built()
    {
        var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(here.Parent!.Parent!.FullName, "Silo", here.Name, "Actors.Silo.dll");
    }

    private void Begin() => _process = Child.Start(Command(Settings, _arguments));

    // The test host's own switches (code coverage, start-up hooks) are not the silo's.
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
