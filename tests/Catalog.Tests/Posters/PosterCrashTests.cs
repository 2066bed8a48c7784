using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The whole program is killed while it converts posters: afterwards every event has a file, and every file an event.</summary>
public sealed class PosterCrashTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const int Kills = 3, MostKills = 15, EventsPerKill = 100, Side = 220;

    private readonly HashSet<string> _left = [];
    private FakeUpstream _upstream = null!;
    private SiloSettings _settings = null!;

    private string Posters => Path.Combine(_settings.DataDir, "posters");

    public async Task InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync();
        _settings = new SiloSettings(("OUTBOUND_ALLOW", _upstream.AllowEntry));
    }

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    public void Dispose() => _settings?.Dispose();

    [Fact]
    public async Task Kill_leaves_no_poster_without_an_event()
    {
        var random = SeededRandom.Create(output);
        await using var silo = await SiloProcess.StartAsync(_settings);
        // A kill may hit an idle moment; then the test kills again, because such a kill proves nothing.
        for (var round = 0; round < Kills || (round < MostKills && !await LeftAnyAsync(silo)); round++)
        {
            var uploads = Enumerable.Range(0, EventsPerKill).Select(i => Upload(silo, round, i)).ToArray();
            await AnsweredAsync(uploads, random.Next(1, EventsPerKill));
            await silo.KillAsync();
            await Task.WhenAll(uploads);
            _left.UnionWith(Files());
            await silo.RestartAsync();
        }

        var shown = await Shown(silo);
        output.WriteLine($"{shown.Count} events, {_left.Except(shown).Count()} posters swept");
        shown.ShouldNotBeEmpty();
        _left.Except(shown).ShouldNotBeEmpty("the kills left nothing to sweep, so this run shows nothing");
        Files().ShouldBe(shown, ignoreOrder: true);
        using var answer = await silo.Client.GetAsync(new Uri("/posters/" + shown.First(), UriKind.Relative));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
    }

    private async Task<bool> LeftAnyAsync(SiloProcess silo) => _left.Except(await Shown(silo)).Any();

    /// <summary>Some uploads are acknowledged, others are running.</summary>
    private static async Task AnsweredAsync(Task[] uploads, int count)
    {
        await foreach (var _ in Task.WhenEach(uploads))
        {
            if (--count <= 0)
                return;
        }
    }

    private async Task Upload(SiloProcess silo, int round, int number)
    {
        var path = Picture(round, number);
        _upstream.OnBytes(path, PngBuilder.Draw(Side, Side, PngBuilder.Rgb, (x, y) => [(byte)number, (byte)(x * y), (byte)(x * round)]), "image/png");
        try
        {
            using var answer = await silo.Client.PostAsJsonAsync("/scraperCatalog/upload", Event(_upstream.Url(path)));
        }
        catch (HttpRequestException)
        {
            // The program was killed.
        }
    }

    private static string Picture(int round, int number) => $"/{round}-{number}.png";

    private static JsonObject Event(Uri picture) => new()
    {
        ["uuid"] = Guid.NewGuid().ToString(),
        ["event_type"] = "concert",
        ["title"] = "Концерт",
        ["description"] = "Большой",
        ["price"] = 1500,
        ["date_preview"] = "2999-09-01T18:00:00",
        ["date_list"] = new JsonArray("2999-09-01T18:00:00"),
        ["place"] = "Сцена",
        ["genre"] = "rock",
        ["image_url"] = picture.AbsoluteUri,
        ["url"] = "https://example.com/event/1",
    };

    private static async Task<IReadOnlySet<string>> Shown(SiloProcess silo)
    {
        var events = await silo.Client.GetFromJsonAsync<JsonElement>(new Uri("/scraperCatalog/events", UriKind.Relative));
        return events.EnumerateArray().Select(e => Path.GetFileName(e.GetProperty("image_url").GetString()!)).ToHashSet();
    }

    private IEnumerable<string> Files()
        => Directory.Exists(Posters) ? Directory.GetFiles(Posters).Select(f => Path.GetFileName(f)!) : [];
}
