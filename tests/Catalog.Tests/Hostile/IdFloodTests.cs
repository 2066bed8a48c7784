using System.Security.Cryptography;
using Actors.Catalog.Scraping.Hosts;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>Promise S18: requests for missing ids leave no activation, memory or row behind and do not slow other clients.</summary>
[Collection(Alone.Name)]
public sealed class IdFloodTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Some = 20_000;
    private const int Million = 1_000_000;
    private const int Connections = 8;
    private const int FewActivations = 50;

    // Excludes rows written during start-up: states and reminders of the program's own grains.
    private const long FewRows = 50;
    private const long FewBytes = 24 * 1024 * 1024;

    private static readonly string[] s_routes =
    [
        "/catalog/events?id={0}", "/scraperCatalog/events?id={0}", "/scraperCatalog/inactive-events?id={0}", "/catalog/events.ics?id={0}", "/catalog/events.rss?id={0}",
        "/catalog/events?id={1}", "/catalog/events?type={0}", "/posters/{2}.webp", "/api/events/{0}", "/api/events/{0}/register",
    ];

    private Face _face = null!;

    public static TheoryData<string> Routes => new(s_routes);

    public async Task InitializeAsync() => _face = await Face.StartAsync();

    public async Task DisposeAsync() => await _face.DisposeAsync();

    [Fact]
    public Task Unknown_ids_leave_nothing_behind() => FloodAsync(s_routes, Some);

    [Theory]
    [MemberData(nameof(Routes))]
    [Trait("Category", "Long")]
    public Task Million_unknown_ids_leave_nothing_behind(string route) => FloodAsync([route], Million);

    [Fact]
    public async Task Control_remaining_activations_are_detected()
    {
        using var activations = new ActivationCount(_face.Services);
        for (var i = 0; i < FewActivations * 2; i++) await _face.Grains.GetGrain<IHostGrain>($"{Guid.NewGuid():N}.test:80").Ask();

        activations.Alive.ShouldBeGreaterThan(FewActivations);
    }

    private async Task FloodAsync(string[] routes, int count)
    {
        var random = SeededRandom.Create(output);
        await SendAsync(routes, Some / 10, random.Next());
        using var activations = new ActivationCount(_face.Services);
        var (rows, slowest, heap) = (await RowsAsync(), await SlowestAsync(), GC.GetTotalMemory(forceFullCollection: true));

        var statuses = await SendAsync(routes, count, random.Next());

        statuses.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(404, count));
        await Waiting.UntilAsync("activations to go", () => Task.FromResult(activations.Alive < FewActivations));
        var (heapAfter, slowestAfter) = (GC.GetTotalMemory(forceFullCollection: true), await SlowestAsync());
        output.WriteLine($"{count} ids: {activations.Created} activations made, {activations.Alive} left; heap {heap:N0} -> {heapAfter:N0} bytes; p99 {slowest:f1} -> {slowestAfter:f1} ms");
        (heapAfter - heap).ShouldBeLessThan(FewBytes);
        slowestAfter.ShouldBeLessThan((3 * slowest) + 50);
        ((await RowsAsync()) - rows).ShouldBeLessThan(FewRows);
    }

    private async Task<Dictionary<int, int>> SendAsync(string[] routes, int count, int seed)
    {
        var headers = $"Authorization: Bearer {KnownPeople.Anna}\r\n";
        var sent = await Task.WhenAll(Enumerable.Range(0, Connections).Select(n =>
            Task.Run(() => PipelinedClient.GetAsync(_face.Client.BaseAddress!, headers, Paths(routes, count / Connections, new Random(seed + n))))));
        return sent.SelectMany(statuses => statuses).GroupBy(status => status.Key).ToDictionary(group => group.Key, group => group.Sum(status => status.Value));
    }

    private static IEnumerable<string> Paths(string[] routes, int count, Random random)
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < count; i++)
        {
            random.NextBytes(bytes);
            yield return string.Format(
                System.Globalization.CultureInfo.InvariantCulture, routes[i % routes.Length], new Guid(bytes.AsSpan(0, 16)), random.NextInt64(), Convert.ToHexStringLower(bytes));
        }
    }

    // The p99 latency of an ordinary client, in milliseconds.
    private async Task<double> SlowestAsync()
    {
        var times = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            var started = TimeProvider.System.GetTimestamp();
            (await _face.GetAsync("/catalog/events")).Status.ShouldBe(200);
            times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Order().ElementAt(98);
    }

    private async Task<long> RowsAsync()
    {
        var count = 0L;
        foreach (var table in await _face.Database.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table'"))
            count += (await _face.Database.QueryAsync<long>($"SELECT COUNT(*) FROM \"{table}\""))[0];
        return count;
    }
}
