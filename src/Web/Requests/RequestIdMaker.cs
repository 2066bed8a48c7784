using System.Security.Cryptography;

namespace Actors.Web.Requests;

/// <summary>
/// Makes ids of requests: no two are alike, and none tells anything of another, such as how many requests came in between. Chance is asked for
/// many of them at a time, since asking costs more than the rest of an id.
/// </summary>
internal static class RequestIdMaker
{
    private const int Bytes = 16;
    private const int AtOnce = 256;

    /// <summary>Where version and variant of a UUID stand, and what those of a random one are.</summary>
    private const int VersionAt = 6, VariantAt = 8, Version = 0x40, Variant = 0x80, BelowVersion = 0x0F, BelowVariant = 0x3F;

    [ThreadStatic]
    private static byte[]? s_chance;

    [ThreadStatic]
    private static int s_used;

    /// <summary>The next one, in the form of a random UUID.</summary>
    public static string Next()
    {
        if (s_chance is null || s_used == s_chance.Length)
        {
            var chance = s_chance ?? new byte[AtOnce * Bytes];
            RandomNumberGenerator.Fill(chance);
            (s_chance, s_used) = (chance, 0);
        }

        var id = s_chance.AsSpan(s_used, Bytes);
        s_used += Bytes;
        id[VersionAt] = (byte)((id[VersionAt] & BelowVersion) | Version);
        id[VariantAt] = (byte)((id[VariantAt] & BelowVariant) | Variant);
        return new Guid(id, bigEndian: true).ToString();
    }
}
