using System.Security.Cryptography;
using System.Text;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>The dead letters of one source. Attempts are counted across runs.</summary>
internal sealed class DeadLetters(IReadOnlyDictionary<string, long> stored, TimeProvider timeProvider)
{
    // Keys are part of a database key, which PostgreSQL limits to a third of a page.
    private const int MaxKeyLength = 600, MaxDetailLength = 500;
    private readonly Dictionary<string, long> _attempts = new(stored);

    /// <summary>When the next scheduled run starts.</summary>
    public DateTimeOffset? NextTry { get; set; }

    public void Add(SourceChanges changes, string itemKey, string reason, string? detail, PageRef? page)
    {
        var key = KeyOf(itemKey);
        if (changes.DeadLetters.Exists(d => d.Key == key))
            return;
        var cut = detail?.Length > MaxDetailLength ? detail[..MaxDetailLength] : detail;
        changes.DeadLetters.Add(new(key, reason, cut, _attempts.GetValueOrDefault(key) + 1, timeProvider.GetUtcNow()) { Page = page, NextTry = NextTry });
    }

    /// <summary>Removes the dead letter of an item that became an event.</summary>
    public void Resolve(SourceChanges changes, string itemKey)
    {
        if (_attempts.ContainsKey(KeyOf(itemKey)))
            changes.Resolved.Add(KeyOf(itemKey));
    }

    public void Committed(SourceChanges changes)
    {
        changes.DeadLetters.ForEach(d => _attempts[d.Key] = d.Attempts);
        changes.Resolved.ForEach(key => _attempts.Remove(key));
    }

    /// <summary>The item's key, shortened to fit a database key.</summary>
    public static string KeyOf(string key) =>
        key.Length <= MaxKeyLength ? key : $"{key[..(MaxKeyLength - 64)]}…{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]}";
}
