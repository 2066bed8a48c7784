using System.Diagnostics;

namespace Actors.TestKit;

/// <summary>
/// A server for tests, on its own port of 127.0.0.1 with its data in a temporary folder. It is ended by process id, at the latest with the test
/// process.
/// </summary>
public abstract class PrivateServer : IAsyncDisposable
{
    private readonly string _ready;
    private readonly TempFolder _temp;
    private Child? _process;

    /// <param name="folder">The prefix of its folder's name.</param>
    /// <param name="ready">The output that means that it accepts connections.</param>
    private protected PrivateServer(string folder, string ready) => (_temp, _ready) = (new TempFolder(folder), ready);

    /// <summary>The port.</summary>
    private protected int Port { get; } = FreePort.Next();

    /// <summary>The data folder; kept across restarts.</summary>
    private protected string Folder => _temp.Folder;

    /// <summary>The signal that ends it gracefully; SIGKILL by default.</summary>
    private protected virtual (string Name, int Number) EndSignal => ("KILL", Signals.Kill);

    /// <summary>Starts the server, again on the same data, and waits until it is ready.</summary>
    public async Task RestartAsync()
    {
        var process = Child.Start(Command(), EndSignal.Name);
        try
        {
            await process.SaysAsync(_ready);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }

        // The former process has ended, or its port would not be free; only its handle is left.
        if (_process is { } former) await former.DisposeAsync();
        _process = process;
    }

    /// <summary>Kills the server with SIGKILL, like a crash; its data is kept.</summary>
    public virtual Task KillAsync() => _process!.SignalAsync(Signals.Kill);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            await process.SignalAsync(EndSignal.Number);
            await process.DisposeAsync();
        }

        _temp.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The command that starts the server.</summary>
    private protected abstract ProcessStartInfo Command();

    private protected static async Task<T> StartAsync<T>(T server)
        where T : PrivateServer
    {
        await server.RestartAsync();
        return server;
    }
}
