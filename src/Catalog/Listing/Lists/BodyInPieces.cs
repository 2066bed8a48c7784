using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Lists;

/// <summary>
/// Sends a body that is kept or was just made. The server sends copies, so a large body is copied in pieces, each when the one before has left:
/// a reader who takes his time then holds one piece, not the whole list.
/// </summary>
internal static class BodyInPieces
{
    /// <summary>Bytes of a piece: small beside a list, and as much as the server sends before it waits for the reader.</summary>
    public const int PieceLength = 64 * 1024;

    /// <summary>Sends the body; ends early when the reader has gone.</summary>
    /// <remarks>A piece is copied into one block: into the server's own blocks of 4 KiB it takes twice the time.</remarks>
    public static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        await http.Response.StartAsync(); // else the server keeps what comes before the headers elsewhere, and copies it once more
        var server = http.Response.BodyWriter;
        for (var gone = false; body.Length > 0 && !gone;)
        {
            var piece = body[..Math.Min(PieceLength, body.Length)];
            piece.Span.CopyTo(server.GetSpan(piece.Length));
            server.Advance(piece.Length);
            body = body[piece.Length..];
            gone = (await server.FlushAsync()).IsCompleted;
        }
    }
}
