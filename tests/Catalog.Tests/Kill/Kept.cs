using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Kill;

/// <summary>The data of a silo: listed events and poster files.</summary>
internal sealed record Kept(IReadOnlyList<string> Uuids, IReadOnlyList<long> Ids, IReadOnlySet<string> PostersShown, IReadOnlySet<string> PosterFiles)
{
    private static readonly TimeSpan s_listIsFresh = TimeSpan.FromSeconds(5);

    /// <summary>Poster files that no event uses.</summary>
    public IEnumerable<string> Orphans => PosterFiles.Except(PostersShown);

    /// <summary>Posters of events without a file.</summary>
    public IEnumerable<string> Lost => PostersShown.Except(PosterFiles);

    /// <summary>Polls the list until it has <paramref name="expected"/> events, at most as long as a list may be stale.</summary>
    public static async Task<Kept> ReadAsync(SiloProcess silo, int expected)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var kept = await ReadAsync(silo);
            if (kept.Uuids.Count == expected || TimeProvider.System.GetElapsedTime(started) > s_listIsFresh)
                return kept;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    private static async Task<Kept> ReadAsync(SiloProcess silo)
    {
        var list = JsonNode.Parse(await silo.Client.GetStringAsync(new Uri("/scraperCatalog/events", UriKind.Relative)))!.AsArray();
        var folder = Path.Combine(silo.Settings.DataDir, "posters");
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [];
        return new(
            [.. list.Select(e => e!["uuid"]!.ToString())],
            [.. list.Select(e => e!["id"]!.GetValue<long>())],
            list.Select(e => e!["image_url"]!.ToString().Split('/')[^1]).ToHashSet(),
            files.Select(f => Path.GetFileName(f)).ToHashSet());
    }
}
