using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Kill;

/// <summary>Promise R2: despite kills, every sent event is stored exactly once.</summary>
public sealed class BatchKillTests(ITestOutputHelper output)
{
    private const int Batches = 100;
    private const int BatchSize = 100;
    private const int Kills = 20;

    [Fact]
    public Task Events_survive_kills() => RunAsync(null);

    [PostgresFact]
    [Trait("Category", "Long")]
    public async Task Events_on_PostgreSQL_survive_kills()
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        await RunAsync(database.Url);
    }

    [Fact]
    public async Task Control_client_without_retries_loses_events()
    {
        await using var site = await FakeUpstream.StartAsync();
        using var settings = new SiloSettings(("OUTBOUND_ALLOW", site.AllowEntry));
        await using var silo = await SiloProcess.StartAsync(settings);
        var sender = new BatchSender(silo, SeededRandom.Create(output));
        var batch = Workload.Batches(new Random(1), site, batches: 1, batchSize: 10)[0];
        site.OnStalled("/0.bmp", "image/bmp");

        (await sender.TrySendAsync(batch, kill: true, site.RequestedAsync("/0.bmp"))).ShouldBeFalse();

        (await Kept.ReadAsync(silo, expected: 10)).Uuids.Order().SequenceEqual(Workload.UuidsOf(batch).Order()).ShouldBeFalse();
    }

    private async Task RunAsync(string? database)
    {
        var random = SeededRandom.Create(output);
        await using var site = await FakeUpstream.StartAsync();
        using var settings = new SiloSettings(("OUTBOUND_ALLOW", site.AllowEntry));
        settings.Set("DATABASE_URL", database);
        await using var silo = await SiloProcess.StartAsync(settings);
        var sender = new BatchSender(silo, random);
        var sent = Workload.Batches(random, site, Batches, BatchSize);
        var order = Enumerable.Range(1, Batches - 1).ToArray();
        random.Shuffle(order);
        var killAt = order.Take(Kills).ToHashSet();

        for (var b = 0; b < sent.Count; b++)
            await sender.SendAsync(sent[b], kill: killAt.Contains(b));
        await silo.KillAsync();
        await silo.RestartAsync();

        var kept = await Kept.ReadAsync(silo, Batches * BatchSize);
        output.WriteLine($"{kept.Uuids.Count} events, {killAt.Count + 1} kills, {sender.Unanswered} batches unanswered, {kept.PosterFiles.Count} posters");
        kept.Uuids.Order().ShouldBe(sent.SelectMany(Workload.UuidsOf).Order());
        kept.Ids.ShouldBeUnique();
        sender.Created.ShouldBeUnique();
        sender.Unanswered.ShouldBeGreaterThan(0, "no kill hit a running batch, so the test proved nothing");
        kept.Orphans.ShouldBeEmpty();
        kept.Lost.ShouldBeEmpty();
    }
}
