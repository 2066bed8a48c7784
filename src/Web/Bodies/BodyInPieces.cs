using System.Collections.Immutable;

namespace Actors.Web.Bodies;

/// <summary>
/// Sends a body that is kept or was just made. The server sends copies, so a large body is copied in pieces, each when the one before has left:
/// a reader who takes his time then holds one piece, not the whole list.
/// </summary>
public static class BodyInPieces
{
    /// <summary>Bytes of a piece: small beside a list, and as much as the server sends before it waits for the reader.</summary>
    public const int PieceLength = 64 * 1024;

    /// <summary>Sends a body that consists of pieces which others may share; ends early when the reader has gone.</summary>
    public static async Task WriteAsync(HttpContext http, ImmutableArray<ReadOnlyMemory<byte>> pieces)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (HttpMethods.IsHead(http.Request.Method)) return;
        await http.Response.StartAsync(); // else the server keeps what comes before the headers elsewhere, and copies it once more
        var (server, room) = (http.Response.BodyWriter, PieceLength);
        foreach (var piece in pieces)
        {
            var rest = piece;
            for (; rest.Length >= room; room = PieceLength)
            {
                // A piece is copied into one block: into the server's own blocks of 4 KiB it takes twice the time.
                rest.Span[..room].CopyTo(server.GetSpan(room));
                server.Advance(room);
                rest = rest[room..];
                if ((await server.FlushAsync(http.RequestAborted)).IsCompleted) return;
            }

            rest.Span.CopyTo(server.GetSpan(rest.Length));
            server.Advance(rest.Length);
            room -= rest.Length;
        }

        await server.FlushAsync(http.RequestAborted);
    }

    /// <summary>Sends a body.</summary>
    public static Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> body) => WriteAsync(http, [body]);
}
