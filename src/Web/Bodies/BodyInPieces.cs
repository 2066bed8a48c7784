using System.Collections.Immutable;

namespace Actors.Web.Bodies;

/// <summary>
/// Sends an in-memory body in chunks. The server copies what it sends, so a chunk is copied only after the one before was sent: a slow client then
/// occupies one chunk of memory, not a copy of the whole body.
/// </summary>
public static class BodyInPieces
{
    /// <summary>The chunk size: the server's default limit of unsent bytes.</summary>
    public const int PieceLength = 64 * 1024;

    /// <summary>Sends a body that consists of several buffers; stops when the client has disconnected.</summary>
    public static async Task WriteAsync(HttpContext http, ImmutableArray<ReadOnlyMemory<byte>> pieces)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (HttpMethods.IsHead(http.Request.Method)) return;
        await http.Response.StartAsync(); // otherwise the server buffers the bytes before the headers and copies them again
        var (writer, space) = (http.Response.BodyWriter, PieceLength);
        foreach (var piece in pieces)
        {
            var rest = piece;
            for (; rest.Length >= space; space = PieceLength)
            {
                // Copies into one large block: the server's default blocks of 4 KiB take twice the time.
                rest.Span[..space].CopyTo(writer.GetSpan(space));
                writer.Advance(space);
                rest = rest[space..];
                if ((await writer.FlushAsync(http.RequestAborted)).IsCompleted) return;
            }

            rest.Span.CopyTo(writer.GetSpan(rest.Length));
            writer.Advance(rest.Length);
            space -= rest.Length;
        }

        await writer.FlushAsync(http.RequestAborted);
    }

    /// <summary>Sends a body that is one buffer.</summary>
    public static Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> body) => WriteAsync(http, [body]);
}
