using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Stores the pages of a source as they were read, to trace the values of events. Equal texts are stored once.</summary>
internal sealed class Payloads(IEnumerable<string> stored, TimeProvider timeProvider)
{
    /// <summary>Pages that were not seen for this time are deleted.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    private const int Quality = 4, Window = 22, HashBytes = 16;
    private readonly HashSet<string> _known = new(stored, StringComparer.Ordinal);

    /// <summary>Stores a page with the items read from it; returns its hash.</summary>
    public string Add(SourceChanges changes, Uri url, string text, IEnumerable<MapOutcome> read)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, HashBytes));
        if (!_known.Contains(hash))
            changes.Payloads.Add(new(hash, url.AbsoluteUri, timeProvider.GetUtcNow(), Compress(bytes)));
        Seen(changes, hash, read.Select(ItemOf));
        return hash;
    }

    /// <summary>Records that a page is unchanged.</summary>
    public void Seen(SourceChanges changes, string hash, IEnumerable<string> items) =>
        changes.PayloadItems.AddRange(items.Distinct(StringComparer.Ordinal).Select(item => new PayloadItem(item, hash, timeProvider.GetUtcNow())));

    public void Committed(SourceChanges changes) => _known.UnionWith(changes.Payloads.Select(p => p.Hash));

    /// <summary>Decompresses a stored page.</summary>
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
            : throw new InvalidOperationException("The buffer for the compressed page was too short.");
    }
}
