using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Actors.Search.Text;

namespace Actors.Catalog.Events;

/// <summary>The place of an event as a number that databases can sort by.</summary>
internal static class VenueKey
{
    /// <summary>The number of a place that has no letters: it is no place, and has nothing in common with others.</summary>
    public const long None = 0;

    /// <summary>Characters of a place that count.</summary>
    private const int MostCharacters = 500;

    /// <summary>The same for places that differ in case, punctuation, <c>ё</c> and the like. Stored: it must stay as it is.</summary>
    public static long Of(string place) =>
        TextFolding.Fold(place.Length > MostCharacters ? place[..MostCharacters] : place) is { Length: > 0 } folded ? Hash(folded) : None;

    private static long Hash(string folded)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(folded), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash) is not None and var key ? key : 1;
    }
}
