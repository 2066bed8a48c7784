using System.Collections.Concurrent;
using Actors.Catalog.Adapters.Folder;
using Actors.Catalog.Ports;

namespace Actors.Catalog.Tests.Posters;

/// <summary>References that a test names; every other stored poster is proposed to the sweep, however young, so that the
/// poster's own grain has to decide.</summary>
internal sealed class ToldReferences(FolderPosterStore folder) : IPosterReferences
{
    private readonly ConcurrentDictionary<string, bool> _shown = new();

    /// <summary>An event that shows the poster is stored now.</summary>
    public void Show(string name) => _shown[name] = true;

    public Task<bool> IsReferencedAsync(string name, CancellationToken ct = default) => Task.FromResult(_shown.ContainsKey(name));

    public async Task<IReadOnlyList<string>> UnreferencedAsync(
        DateTimeOffset touchedBefore, string after, int limit, CancellationToken ct = default)
    {
        var names = await folder.ListAsync(ct).ToListAsync(ct);
        return [.. names.Where(n => !_shown.ContainsKey(n) && string.CompareOrdinal(n, after) > 0).Order(StringComparer.Ordinal).Take(limit)];
    }
}
