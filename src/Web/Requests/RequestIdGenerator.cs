using System.Security.Cryptography;

namespace Actors.Web.Requests;

/// <summary>
/// Generates random request ids, so that ids reveal nothing about other requests. Random bytes are drawn for many ids at once, because drawing is the
/// most expensive step.
/// </summary>
internal static class RequestIdGenerator
{
    private const int Bytes = 16;
    private const int BatchSize = 256;

    /// <summary>Positions and values of a UUID's version and variant.</summary>
    private const int VersionAt = 6, VariantAt = 8, Version = 0x40, Variant = 0x80, BelowVersion = 0x0F, BelowVariant = 0x3F;

    [ThreadStatic]
    private static byte[]? s_random;

    [ThreadStatic]
    private static int s_used;

    /// <summary>Returns a random UUID as text.</summary>
    public static string Next()
    {
        if (s_random is null || s_used == s_random.Length)
        {
            var random = s_random ?? new byte[BatchSize * Bytes];
            RandomNumberGenerator.Fill(random);
            (s_random, s_used) = (random, 0);
        }

        var id = s_random.AsSpan(s_used, Bytes);
        s_used += Bytes;
        id[VersionAt] = (byte)((id[VersionAt] & BelowVersion) | Version);
        id[VariantAt] = (byte)((id[VariantAt] & BelowVariant) | Variant);
        return new Guid(id, bigEndian: true).ToString();
    }
}
