using System.Collections.Concurrent;
using Actors.Catalog.Posters.Stores;
using Actors.Catalog.Posters.Sweep;

namespace Actors.Catalog.Tests.Posters;

/// <summary>
/// References set by a test. Every other stored poster is offered to the sweep regardless of its age, so that the grain of the poster has to decide.
/// </summary>
internal sealed class FixedReferences(string folder) : IPosterReferences
{
    private readonly ConcurrentDictionary<string, bool> _shown = new();

    /// <summary>Stores an event that uses the poster.</summary>
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
