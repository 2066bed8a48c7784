using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Http.Lists;

/// <summary>
/// Sends a body that is kept or was just made. The server copies what it is given before it sends it, so a large body is given to it in pieces, each
/// when the one before has left: a reader who takes his time then holds one piece, not the whole list.
/// </summary>
internal static class BodyInPieces
{
    /// <summary>Bytes of a piece: small beside a list, large beside what a connection takes at once.</summary>
    public const int PieceLength = 128 * 1024;

    public static Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> body) =>
        body.Length <= PieceLength ? http.Response.Body.WriteAsync(body, http.RequestAborted).AsTask() : WritePiecesAsync(http, body);

    private static async Task WritePiecesAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        for (; body.Length > 0; body = body[Math.Min(PieceLength, body.Length)..])
            await http.Response.Body.WriteAsync(body[..Math.Min(PieceLength, body.Length)], http.RequestAborted);
    }
}
