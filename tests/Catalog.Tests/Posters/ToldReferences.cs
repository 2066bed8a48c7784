using System.Collections.Concurrent;
using Actors.Catalog.Posters.Stores;
using Actors.Catalog.Posters.Sweep;

namespace Actors.Catalog.Tests.Posters;

/// <summary>References that a test names; every other stored poster is proposed to the sweep, however young, so that the
/// poster's own grain has to decide.</summary>
internal sealed class ToldReferences(string folder) : IPosterReferences
{
    private readonly ConcurrentDictionary<string, bool> _shown = new();

    /// <summary>An event that shows the poster is stored now.</summary>
    public void Show(string name) => _shown[name] = true;

    public Task<bool> IsReferencedAsync(string name, CancellationToken cancellationToken = default) => Task.FromResult(_shown.ContainsKey(name));

    public Task<IReadOnlyList<string>> UnreferencedAsync(
        DateTimeOffset touchedBefore, string after, int limit, CancellationToken cancellationToken = default)
    {
        var names = Directory.Exists(folder) ? Directory.GetFiles(folder).Select(f => Path.GetFileName(f)).Where(PosterName.IsValid) : [];
        return Task.FromResult<IReadOnlyList<string>>(
            [.. names.Where(n => !_shown.ContainsKey(n) && string.CompareOrdinal(n, after) > 0).Order(StringComparer.Ordinal).Take(limit)]);
    }
}
