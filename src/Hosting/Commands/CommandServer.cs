using System.Net.Sockets;

namespace Actors.Hosting.Commands;

/// <summary>Listens on the socket in the data directory. Only the owner of the folder can connect (mode 0600).</summary>
internal sealed partial class CommandServer(string directory, CommandTable commands, TimeProvider timeProvider, ILogger<CommandServer> logger) : BackgroundService
{
    private const int Backlog = 8;

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    /// <summary>How the next connection is taken; tests let it fail.</summary>
    internal Func<Socket, CancellationToken, ValueTask<Socket>> Accept { get; init; } = (listener, ct) => listener.AcceptAsync(ct);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(directory);
        return Listen(_listener) ? base.StartAsync(cancellationToken) : Task.CompletedTask;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        _listener.Close();
        File.Delete(CommandWire.SocketFile(directory));
    }

    public override void Dispose()
    {
        _listener.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var calls = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await NextAsync(stoppingToken).ConfigureAwait(false);
                calls.RemoveAll(call => call.IsCompleted);
                calls.Add(CommandSession.RunAsync(socket, commands, stoppingToken));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(calls).ConfigureAwait(false);
        }
    }

    // A failure, such as no file handle being left, must end neither this service nor with it the program.
    private async Task<Socket> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await Accept(_listener, cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException exception)
            {
                NotAccepted(logger, exception);
                await Task.Delay(s_pause, timeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private bool Listen(Socket listener)
    {
        try
        {
            // The folder is locked for this program, so a file that is there was left by a program that was killed.
            File.Delete(CommandWire.SocketFile(directory));
            listener.Bind(CommandWire.EndPoint(directory));
            if (!OperatingSystem.IsWindows())
            {
                // Before listening: nobody can have connected yet.
                File.SetUnixFileMode(CommandWire.SocketFile(directory), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            listener.Listen(Backlog);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or ArgumentOutOfRangeException or IOException or UnauthorizedAccessException)
        {
            NoSocket(logger, exception, directory);
            return false;
        }
    }
}
