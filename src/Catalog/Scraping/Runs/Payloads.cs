using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>The pages of one source as they were read, for whoever wonders where an event has its price from. A text that is known is not stored again.</summary>
internal sealed class Payloads(IEnumerable<string> stored, TimeProvider timeProvider)
{
    /// <summary>A page from which nothing was read for so long is forgotten.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const int Quality = 4, Window = 22, HashBytes = 16;
    private readonly HashSet<string> _known = new(stored, StringComparer.Ordinal);

    /// <summary>Keeps a page that was read, with what was read from it; its hash.</summary>
    public string Keep(SourceChanges changes, Uri url, string text, IEnumerable<MapOutcome> read)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, HashBytes));
        if (!_known.Contains(hash))
            changes.Payloads.Add(new(hash, url.AbsoluteUri, timeProvider.GetUtcNow(), Compress(bytes)));
        Again(changes, hash, read.Select(ItemOf));
        return hash;
    }

    /// <summary>A page says the same as before.</summary>
    public void Again(SourceChanges changes, string hash, IEnumerable<string> items) =>
        changes.PayloadItems.AddRange(items.Distinct(StringComparer.Ordinal).Select(item => new PayloadItem(item, hash, timeProvider.GetUtcNow())));

    public void Committed(SourceChanges changes) => _known.UnionWith(changes.Payloads.Select(p => p.Hash));

    /// <summary>The text of a stored page.</summary>
    public static string Text(byte[] body)
    {
        using var text = new StreamReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress), Encoding.UTF8);
        return text.ReadToEnd();
    }

    private static string ItemOf(MapOutcome outcome) => outcome.Event is { } found ? found.Uuid.ToString() : DeadLetters.KeyOf(outcome.ItemKey);

    private static byte[] Compress(byte[] bytes)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, compressed, out var written, Quality, Window)
            ? compressed[..written]
            : throw new InvalidOperationException("A buffer of the greatest compressed length was too short.");
    }
}
