using System.Globalization;
using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>
/// Promise S10 on a running silo: whatever other clients do with their connections, an ordinary client does not wait longer, and memory stays small.
/// </summary>
[Collection(Alone.Name)]
[Trait("Category", "Long")]
public sealed class SlowClientTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private const int Events = 1_000;
    private const int Asked = 300;
    private const int DescriptionLength = 3_500;
    private static readonly TimeSpan s_most = TimeSpan.FromMilliseconds(200);
    private readonly SiloSettings _settings = new();
    private FakeUpstream _site = null!;
    private SiloProcess _silo = null!;

    public async Task InitializeAsync()
    {
        _site = await FakeUpstream.StartAsync();
        _site.OnBytes("/poster.bmp", Pictures.Bitmap(1), "image/bmp");
        _silo = await SiloProcess.StartAsync(_settings.Set("OUTBOUND_ALLOW", _site.AllowEntry));
        foreach (var some in Enumerable.Range(0, Events).Chunk(100)) await PostAsync(some);
    }

    public async Task DisposeAsync()
    {
        await _silo.DisposeAsync();
        await _site.DisposeAsync();
    }

    public void Dispose() => _settings.Dispose();

    [Theory]
    [InlineData(SlowClients.HalfHead, 1000, false, 0)]
    [InlineData(SlowClients.HalfHead, 1000, true, 0)]
    [InlineData(SlowClients.Body, 1000, true, 0)]
    [InlineData(SlowClients.List, 300, false, 300)]
    public async Task Slow_clients_do_not_slow_others(string beginning, int count, bool drips, int mayStay)
    {
        var (usual, memory) = (await SlowestAsync(), ResidentBytes());
        await using var slow = await SlowClients.StartAsync(_settings.AddressOf(), count, beginning, drips);

        var during = await SlowestAsync();

        var growth = ResidentBytes() - memory;
        output.WriteLine($"{count} × {beginning.Split(' ')[0]}: p99 {usual.TotalMilliseconds:f1} -> {during.TotalMilliseconds:f1} ms, {growth / 1_000_000} MB more");
        during.ShouldBeLessThan(MostOf(usual));
        growth.ShouldBeLessThan(256L * 1024 * 1024);
        if (mayStay < count) await Waiting.UntilAsync("the slow ones to be cut off", () => Task.FromResult(slow.Open <= mayStay));
    }

    [Fact]
    public async Task Connection_flood_does_not_slow_others()
    {
        var usual = await SlowestAsync();
        await using var flood = SlowClients.Flood(_settings.AddressOf(), atOnce: 4);

        var during = await SlowestAsync();

        output.WriteLine($"p99 {usual.TotalMilliseconds:f1} -> {during.TotalMilliseconds:f1} ms");
        during.ShouldBeLessThan(MostOf(usual));
    }

    // Compares with the latency without slow clients on the same machine.
    private static TimeSpan MostOf(TimeSpan usual) => usual * 3 > s_most ? usual * 3 : s_most;

    private async Task<TimeSpan> SlowestAsync()
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < Asked; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            using var answer = await _silo.Client.GetAsync(new Uri("/catalog/events?limit=10", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            times.Add(TimeProvider.System.GetElapsedTime(started));
        }

        return times.Order().ElementAt(Asked * 99 / 100);
    }

    private async Task PostAsync(IEnumerable<int> numbers)
    {
        var events = numbers.Select(n => new JsonObject
        {
            ["uuid"] = Guid.NewGuid().ToString(),
            ["type"] = "concert",
            ["title"] = $"Концерт {n}",
            ["description"] = new string('d', DescriptionLength),
            ["price"] = n,
            ["date_preview"] = "2031-09-01T18:00:00",
            ["date_list"] = new JsonArray(),
            ["place"] = "Сцена",
            ["genre"] = "rock",
            ["age"] = "6+",
            ["image_url"] = _site.Url("/poster.bmp").AbsoluteUri,
            ["url"] = $"https://example.com/{n}",
        });
        using var content = new StringContent(Catalogue.Batch([.. events]).ToJsonString(), null, "application/json");
        using var answer = await _silo.Client.PostAsync(new Uri("/scraper/results", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    private long ResidentBytes() => File.ReadLines($"/proc/{_silo.ProcessId}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024).Single();
}
