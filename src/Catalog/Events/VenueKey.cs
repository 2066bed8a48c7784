using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Actors.Search.Text;

namespace Actors.Catalog.Events;

/// <summary>A hash of an event's place, by which databases can group events.</summary>
internal static class VenueKey
{
    /// <summary>The key of a place without letters. Such events do not share a place.</summary>
    public const long None = 0;

    /// <summary>Characters of a place that are hashed.</summary>
    private const int MaxCharacters = 500;

    /// <summary>Returns the same key for places that differ only in case, punctuation or <c>ё</c>. Keys are stored, so the result must never change.</summary>
    public static long Of(string place) =>
        TextFolding.Fold(place.Length > MaxCharacters ? place[..MaxCharacters] : place) is { Length: > 0 } folded ? Hash(folded) : None;

    private static long Hash(string folded)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(folded), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash) is not None and var key ? key : 1;
    }
}
