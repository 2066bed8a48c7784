using System.Net.Sockets;

namespace Actors.Hosting.Commands;

/// <summary>Reaches the running program over its socket in the data directory.</summary>
public static class CommandClient
{
    /// <summary>Exit code when the program ended before it answered.</summary>
    public const int ConnectionLost = 70;

    /// <summary>Runs a command in the running program and shows its lines.</summary>
    /// <param name="dataDirectory">Full path of DATA_DIR.</param>
    /// <param name="name">The command.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="writeLine">Shows a line.</param>
    /// <param name="secret">What must not be an argument; it goes over the socket, which only its owner can connect to.</param>
    /// <param name="cancellationToken">Gives up; the program is told.</param>
    /// <returns>The exit code, or null when no program is running there.</returns>
    public static async Task<int?> TryRunAsync(
        string dataDirectory, string name, IEnumerable<string> arguments, Action<string> writeLine, string? secret = null, CancellationToken cancellationToken = default)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        if (!await ConnectAsync(socket, dataDirectory, cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        var stream = new NetworkStream(socket);
        await using var _ = stream.ConfigureAwait(false);
        var call = new CommandWire.Call(name, [.. arguments], secret);
        var writer = new StreamWriter(stream) { NewLine = "\n", AutoFlush = true };
        await using var __ = writer.ConfigureAwait(false);
        await writer.WriteLineAsync(CommandWire.Line(call).AsMemory(), cancellationToken).ConfigureAwait(false);
        return await ReadAsync(stream, writeLine, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> ConnectAsync(Socket socket, string directory, CancellationToken cancellationToken)
    {
        try
        {
            await socket.ConnectAsync(CommandWire.EndPoint(directory), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (SocketException)
        {
            // No file, or one that a killed program left behind.
            return false;
        }
        catch (ArgumentOutOfRangeException)
        {
            // The path is too long for a socket, so no program can listen there.
            return false;
        }
    }

    private static async Task<int> ReadAsync(NetworkStream stream, Action<string> writeLine, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream);
        while (CommandWire.Read<CommandWire.Reply>(await ReadLineAsync(reader, cancellationToken).ConfigureAwait(false)) is { } reply)
        {
            if (reply.Exit is { } exit)
            {
                return exit;
            }

            writeLine(reply.Text ?? "");
        }

        return ConnectionLost;
    }

    private static async Task<string?> ReadLineAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
