using System.Net.Sockets;
using System.Text;
using Actors.Core.Commands;

namespace Actors.Hosting.Commands;

/// <summary>One connection: one call, its lines, its exit code. When the caller goes away the command is cancelled.</summary>
internal sealed class CommandSession : IDisposable
{
    private readonly SemaphoreSlim _oneLine = new(1);
    private readonly NetworkStream _stream;
    private readonly CommandTable _commands;

    private CommandSession(Socket socket, CommandTable commands)
    {
        _stream = new NetworkStream(socket, ownsSocket: true);
        _commands = commands;
    }

    public static async Task RunAsync(Socket socket, CommandTable commands, CancellationToken cancellationToken)
    {
        using var session = new CommandSession(socket, commands);
        try
        {
            var line = await session.ReadCallAsync(cancellationToken).ConfigureAwait(false);
            await session.AnswerAsync(CommandWire.Read<CommandWire.Call>(line), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
        {
            // The caller went away, or the program stops: there is nobody to answer.
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _oneLine.Dispose();
    }

    private async Task AnswerAsync(CommandWire.Call? call, CancellationToken cancellationToken)
    {
        if (call is null)
        {
            await SendAsync(new CommandWire.Reply("The call cannot be read.", null), cancellationToken).ConfigureAwait(false);
            await SendAsync(new CommandWire.Reply(null, CommandTable.Failed), cancellationToken).ConfigureAwait(false);
            return;
        }

        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watch = CancelWhenGoneAsync(gone);
        var asked = new CommandCall(call.Arguments, text => SendLinesAsync(text, cancellationToken), call.Secret);
        var exit = await _commands.RunAsync(call.Name, asked, gone.Token).ConfigureAwait(false);
        await SendAsync(new CommandWire.Reply(null, exit), cancellationToken).ConfigureAwait(false);
        await gone.CancelAsync().ConfigureAwait(false);
        await watch.ConfigureAwait(false);
    }

    private async Task<string?> ReadCallAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[CommandWire.MaxCall];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await _stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            var end = buffer.AsSpan(length, read).IndexOf((byte)'\n');
            if (end >= 0)
            {
                return Encoding.UTF8.GetString(buffer, 0, length + end);
            }

            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return null;
    }

    private async Task CancelWhenGoneAsync(CancellationTokenSource gone)
    {
        try
        {
            // Nothing more is expected: whatever ends this read, the caller has no further use for the command.
            await _stream.ReadAsync(new byte[1], gone.Token).ConfigureAwait(false);
            await gone.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            await gone.CancelAsync().ConfigureAwait(false);
        }
    }

    private async Task SendLinesAsync(string text, CancellationToken cancellationToken)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            await SendAsync(new CommandWire.Reply(line, null), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(CommandWire.Reply reply, CancellationToken cancellationToken)
    {
        await _oneLine.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await _stream.WriteAsync(Encoding.UTF8.GetBytes(CommandWire.Line(reply) + "\n"), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _oneLine.Release();
        }
    }
}
