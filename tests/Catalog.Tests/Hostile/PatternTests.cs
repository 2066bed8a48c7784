using System.Diagnostics;
using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Tests.Kit;
using Actors.Catalog.Tests.Provider.Kit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>Promise S16: texts designed to slow down matching cost no more than others, in every parameter that is matched.</summary>
public sealed class PatternTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Events = 2_000;
    private const int Rounds = 5;
    private const int LongestLine = 8_000;
    private static readonly TimeSpan s_most = TimeSpan.FromMilliseconds(50);

    // The maximum length of a parameter, a longer one, and one beyond the limit of a request line.
    private static readonly int[] s_lengths = [200, 1_200, 10_000];

    private static readonly string[] s_pieces = [
        "a", "%", "_", "*", "?", "%_", "*a", "a*", "(a+)+", "(a|a)*$", "[a-z]*", ".*", "\\", "'", "\"", "a\u0306", "ё", "ﷺ", "-", " ", "a ", "ab ", "😀", "İ", "ß", "0", "9", "+", ",", "T", ":"];

    private readonly Catalogue _catalogue = new();

    public async Task InitializeAsync()
    {
        await _catalogue.InitializeAsync();
        foreach (var batch in Enumerable.Range(0, Events).Chunk(500))
        {
            var events = batch.Select(i => _catalogue.Event(e => (e["title"], e["place"]) = ($"{new string('a', 300)} {i}", new string('a', 400) + i))).ToArray();
            await _catalogue.PostAsync("/scraper/results", Catalogue.Batch(events));
        }
    }

    public async Task DisposeAsync() => await _catalogue.DisposeAsync();

    [Fact]
    public async Task Lists_match_patterns_fast()
    {
        await TimeAsync("/catalog/events?limit=1&q=word&place=word");
        var usual = await TimeAsync("/catalog/events?limit=1&q=word&place=word");
        var slowest = TimeSpan.Zero;
        foreach (var (piece, name, length) in from piece in s_pieces from name in Naughty.Parameters from length in s_lengths select (piece, name, length))
        {
            var time = await TimeAsync($"/catalog/events?limit=1&{name}={Escaped(piece, length)}");
            time.ShouldBeLessThan(usual + s_most, $"{name} of {length}: {piece}");
            slowest = time > slowest ? time : slowest;
        }

        output.WriteLine($"usual {usual.TotalMilliseconds:f1} ms, slowest {slowest.TotalMilliseconds:f1} ms");
    }

    [Fact]
    public async Task Provider_list_matches_patterns_fast()
    {
        await using var face = await Face.StartAsync();
        var soon = TimeProvider.System.GetUtcNow().AddDays(10);
        await face.OfferAsync(Enumerable.Range(0, Events / 4).Select(i => new ProviderEvent(Guid.NewGuid(), new string('a', 100) + i, soon, true, null, null, new(null, "Сцена"))));
        await MeasureAsync(() => face.GetAsync("/api/events?search=word"));
        var usual = await MeasureAsync(() => face.GetAsync("/api/events?search=word"));
        foreach (var piece in s_pieces)
        {
            foreach (var name in (string[])["search", "name", "status", "ordering", "page"])
            {
                var path = $"/api/events?{name}={Escaped(piece, 500)}";
                (await MeasureAsync(async () => (await face.GetAsync(path)).Status.ShouldBeOneOf(200, 400, 404))).ShouldBeLessThan(usual + s_most, path);
            }
        }

        output.WriteLine($"usual: {usual.TotalMilliseconds:f1} ms");
    }

    private static string Escaped(string piece, int length) => Uri.EscapeDataString(string.Concat(Enumerable.Repeat(piece, length))[..length].TrimEnd('\ud83d'));

    private Task<TimeSpan> TimeAsync(string path) => MeasureAsync(async () =>
    {
        try
        {
            using var answer = await _catalogue.Silo.Client.GetAsync(path);
            ((int)answer.StatusCode).ShouldBeOneOf([200, 404, 414, 422], path);
        }
        catch (HttpRequestException) when (path.Length > LongestLine)
        {
            // The server does not read such a long line completely and may close the connection before its 414 arrives.
        }
    });

    // The best of several attempts, because the machine is shared.
    private static async Task<TimeSpan> MeasureAsync(Func<Task> ask)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Rounds; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await ask();
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        }

        return best;
    }
}
