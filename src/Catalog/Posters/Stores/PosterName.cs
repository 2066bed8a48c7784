using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Actors.Catalog.Posters.Stores;

/// <summary>The name of a stored poster: the SHA-256 of its bytes in lower-case hex, and ".webp".</summary>
internal static class PosterName
{
    private const string Extension = ".webp";
    private const int HashDigits = 64;

    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdef");

    public static string Of(ReadOnlySpan<byte> webp) => Hash(webp) + Extension;

    /// <summary>SHA-256 in lower-case hex; also the key of pictures and addresses.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static bool IsValid([NotNullWhen(true)] string? name)
        => name?.Length == HashDigits + Extension.Length
           && name.EndsWith(Extension, StringComparison.Ordinal)
           && name.AsSpan(0, HashDigits).IndexOfAnyExcept(s_hexDigits) < 0;
}
