using System.Text.RegularExpressions;

namespace Actors.TestKit;

/// <summary>
/// A broker with nothing in it, in a process of its own (<c>tests/Broker</c>). The test project must reference that project, so that it is built first.
/// A topic is made by the first record, with four partitions; what was in it ends with the process.
/// </summary>
public sealed partial class KafkaBroker : IAsyncDisposable
{
    private readonly Child _process;

    private KafkaBroker(Child process) => _process = process;

    /// <summary>For <c>KAFKA_BOOTSTRAP_SERVERS</c>.</summary>
    public string Servers => Address().Match(_process.Output).Groups[1].Value;

    /// <summary>Starts a broker.</summary>
    public static async Task<KafkaBroker> StartAsync()
    {
        var start = Child.Command("dotnet", Built());
        start.RedirectStandardInput = true;
        var broker = new KafkaBroker(Child.Start(start));
        await broker._process.SaysAsync("broker at ");
        return broker;
    }

    /// <summary>SIGSTOP: no request is answered.</summary>
    public void Pause() => _process.Send(Signals.Stop);

    /// <summary>SIGCONT: it goes on.</summary>
    public void Resume() => _process.Send(Signals.Continue);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    // Beside the test's own folder, as the silo is.
    private static string Built()
    {
        var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(here.Parent!.Parent!.FullName, "Broker", here.Name, "Actors.Broker.dll");
    }

    [GeneratedRegex(@"broker at (\S+)")]
    private static partial Regex Address();
}
