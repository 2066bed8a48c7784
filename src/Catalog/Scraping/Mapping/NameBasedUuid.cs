using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Actors.Catalog.Scraping.Mapping;

/// <summary>Version 5 UUIDs (RFC 9562): the same namespace and name always give the same UUID.</summary>
internal static class NameBasedUuid
{
    private const int Size = 16;

    // Must never change: the uuids of all scraped events depend on it.
    private static readonly Guid s_sourcesNamespace = new("8f1e0c6a-2f64-4a0b-9a57-0d5b6c1f7e21");

    /// <summary>The namespace of one source's events.</summary>
    public static Guid OfSource(string source) => Create(s_sourcesNamespace, source);

    [SuppressMessage("Security", "CA5350", Justification = "The RFC requires SHA-1; it is an identifier here, not a protection.")]
    public static Guid Create(Guid space, string name)
    {
        byte[] input = [.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
        Span<byte> uuid = SHA1.HashData(input).AsSpan(0, Size);
        uuid[6] = (byte)((uuid[6] & 0x0F) | 0x50);
        uuid[8] = (byte)((uuid[8] & 0x3F) | 0x80);
        return new Guid(uuid, bigEndian: true);
    }
}
