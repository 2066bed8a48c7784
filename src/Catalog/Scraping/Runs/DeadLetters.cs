using System.Security.Cryptography;
using System.Text;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>The dead letters of one source: attempts are counted over all runs.</summary>
internal sealed class DeadLetters(IReadOnlyDictionary<string, long> stored, TimeProvider timeProvider)
{
    // Keys are part of a database key, which PostgreSQL limits to a third of a page.
    private const int LongestKey = 600, LongestDetail = 500;
    private readonly Dictionary<string, long> _attempts = new(stored);

    /// <summary>When the source is read again without being asked.</summary>
    public DateTimeOffset? NextTry { get; set; }

    public void Add(SourceChanges changes, string itemKey, string reason, string? detail, PageRef? page)
    {
        var key = KeyOf(itemKey);
        if (changes.DeadLetters.Exists(d => d.Key == key))
            return;
        var cut = detail?.Length > LongestDetail ? detail[..LongestDetail] : detail;
        changes.DeadLetters.Add(new(key, reason, cut, _attempts.GetValueOrDefault(key) + 1, timeProvider.GetUtcNow()) { Page = page, NextTry = NextTry });
    }

    /// <summary>The item became an event after all.</summary>
    public void Revive(SourceChanges changes, string itemKey)
    {
        if (_attempts.ContainsKey(KeyOf(itemKey)))
            changes.Revived.Add(KeyOf(itemKey));
    }

    public void Committed(SourceChanges changes)
    {
        changes.DeadLetters.ForEach(d => _attempts[d.Key] = d.Attempts);
        changes.Revived.ForEach(key => _attempts.Remove(key));
    }

    /// <summary>The key of a dead letter: what the source calls the item, short enough for a row's key.</summary>
    public static string KeyOf(string key) =>
        key.Length <= LongestKey ? key : $"{key[..(LongestKey - 64)]}…{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..32]}";
}
