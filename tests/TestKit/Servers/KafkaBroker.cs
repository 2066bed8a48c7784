using System.Text.RegularExpressions;

namespace Actors.TestKit;

/// <summary>
/// An empty Kafka broker in its own process (<c>tests/Broker</c>). The test project must reference that project, so that it is built first. The first
/// record creates a topic with four partitions; all data is lost when the process ends.
/// </summary>
public sealed partial class KafkaBroker : IAsyncDisposable
{
    private readonly Child _process;

    private KafkaBroker(Child process) => _process = process;

    /// <summary>The value of <c>KAFKA_BOOTSTRAP_SERVERS</c>.</summary>
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

    /// <summary>SIGSTOP: requests stay unanswered.</summary>
    public void Pause() => _process.Send(Signals.Stop);

    /// <summary>SIGCONT: resumes the broker.</summary>
    public void Resume() => _process.Send(Signals.Continue);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    // Beside the folder of the test project, like the silo.
    private static string Built()
    {
        var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(here.Parent!.Parent!.FullName, "Broker", here.Name, "Actors.Broker.dll");
    }

    [GeneratedRegex(@"broker at (\S+)")]
    private static partial Regex Address();
}
