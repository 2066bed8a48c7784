using System.Diagnostics;

namespace Actors.TestKit;

/// <summary>
/// A server of a test's own: on 127.0.0.1, on a port of its own, with its data in a temporary folder. Ended by process id, with the test process at
/// the latest.
/// </summary>
public abstract class PrivateServer : IAsyncDisposable
{
    private readonly string _ready;
    private readonly TempFolder _temp;
    private Child? _process;

    /// <param name="folder">Begins the name of its folder.</param>
    /// <param name="ready">What it says when it can be asked, and not before.</param>
    private protected PrivateServer(string folder, string ready) => (_temp, _ready) = (new TempFolder(folder), ready);

    /// <summary>Where it listens.</summary>
    private protected int Port { get; } = FreePort.Next();

    /// <summary>Where its data is; stays over restarts.</summary>
    private protected string Folder => _temp.Folder;

    /// <summary>How it is asked to end in good order; without an order it is killed.</summary>
    private protected virtual (string Name, int Number) EndSignal => ("KILL", Signals.Kill);

    /// <summary>Starts the server (again) on the same data and waits until it says that it is ready.</summary>
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

        // By now the former one is gone, or this one would not have got its port; what is left is its handle.
        if (_process is { } former) await former.DisposeAsync();
        _process = process;
    }

    /// <summary>Kills the server with SIGKILL, as a crash would; its data stays.</summary>
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

    /// <summary>What is started.</summary>
    private protected abstract ProcessStartInfo Command();

    private protected static async Task<T> StartAsync<T>(T server)
        where T : PrivateServer
    {
        await server.RestartAsync();
        return server;
    }
}
