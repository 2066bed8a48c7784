using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Actors.Catalog.Listing.Lists;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Views;

/// <summary>A body in pieces that others may share: a page of events is the rows it shows, none of them copied.</summary>
/// <param name="pieces">The pieces, in order.</param>
internal sealed class ViewBody(ImmutableArray<ReadOnlyMemory<byte>> pieces)
{
    private const int TagBytes = 12;

    /// <summary>Bytes it has.</summary>
    public long Length { get; } = pieces.Sum(piece => (long)piece.Length);

    /// <summary>A strong validator of the body and of what its headers say, in quotes.</summary>
    public string Tag(string headers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in pieces) hash.AppendData(piece.Span);
        hash.AppendData(Encoding.UTF8.GetBytes(headers));
        return $"\"{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, TagBytes))}\"";
    }

    /// <summary>Sends it; ends early when the reader has gone. A reader who takes his time holds one piece of <see cref="BodyInPieces.PieceLength"/>, not all of it.</summary>
    public async Task WriteAsync(HttpContext http)
    {
        await http.Response.StartAsync(); // else the server keeps what comes before the headers elsewhere, and copies it once more
        var (server, room) = (http.Response.BodyWriter, BodyInPieces.PieceLength);
        foreach (var piece in pieces)
        {
            var rest = piece;
            for (; rest.Length >= room; room = BodyInPieces.PieceLength)
            {
                server.Write(rest.Span[..room]);
                rest = rest[room..];
                if ((await server.FlushAsync(http.RequestAborted)).IsCompleted) return;
            }

            server.Write(rest.Span);
            room -= rest.Length;
        }

        await server.FlushAsync(http.RequestAborted);
    }
}
