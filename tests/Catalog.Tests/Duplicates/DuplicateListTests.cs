using System.Text.Json.Nodes;
using Actors.Catalog.Duplicates;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;
using Actors.Catalog.Tests.Kit;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Duplicates;

/// <summary>The effect of decisions on lists.</summary>
public sealed class DuplicateListTests : IAsyncLifetime, IDisposable
{
    private readonly SiloSettings _settings = new();
    private Catalogue _catalogue = null!;

    private Operator Desk => new(_catalogue);

    public async Task InitializeAsync() => await (_catalogue = new Catalogue { Given = _settings }).InitializeAsync();

    public Task DisposeAsync() => _catalogue.DisposeAsync();

    public void Dispose() => _settings.Dispose();

    [Fact]
    public async Task Decision_changes_the_list_and_its_etag()
    {
        var (a, b) = (await Desk.AddAsync("a.example"), await Desk.AddAsync("b.example"));
        await Desk.ShowsAsync("/catalog/events", a, b);
        var (before, etag) = await BytesAsync("/catalog/events");
        var one = await BytesAsync($"/catalog/events?id={b}");
        await Desk.RunAsync("twins");
        (await BytesAsync("/catalog/events")).ShouldBe((before, etag));

        await Desk.RunAsync("same", a, b);
        await Desk.ShowsAsync("/catalog/events", a);
        (await BytesAsync("/catalog/events")).ETag.ShouldNotBe(etag);
        (await BytesAsync($"/catalog/events?id={b}")).Body.ShouldBe(one.Body);
        await Desk.RunAsync("undo", a, b);

        await Desk.ShowsAsync("/catalog/events", a, b);
        (await BytesAsync("/catalog/events")).ShouldBe((before, etag), "byte for byte");
    }

    [Fact]
    public async Task Next_duplicate_is_listed_when_the_shown_event_ends()
    {
        var a = await Desk.AddAsync("a.example");
        var b = Event("b.example", "2031-09-01T19:00:00", "2031-09-05T19:00:00");
        await _catalogue.PostAsync("/scraperCatalog/upload", b);
        var other = b["uuid"]!.ToString();
        await Desk.ShowsAsync("/catalog/events?limit=10", a, other);

        await Desk.RunAsync("same", a, other);
        await Desk.ShowsAsync("/catalog/events?limit=10", a);
        (await ChangesAsync()).ShouldBe([(a, false), (other, true)], ignoreOrder: true);

        await RollOverAsync(a, new DateTimeOffset(2031, 9, 3, 0, 0, 0, TimeSpan.Zero));
        await Desk.ShowsAsync("/catalog/events", other);
        await Desk.ShowsAsync("/catalog/events?limit=10", other);
        (await ChangesAsync()).ShouldBe([(a, true), (other, false)], ignoreOrder: true);
        (await Desk.ListAsync("/scraperCatalog/inactive-events")).ShouldBe([a]);
        (await Desk.RunAsync("undo", a, other)).Exit.ShouldBe(0, "the decision outlives the event's dates");
    }

    [Fact]
    public async Task Reactivated_event_is_still_a_duplicate()
    {
        var (a, b) = (await Desk.AddAsync("a.example"), await Desk.AddAsync("b.example"));
        await Desk.RunAsync("same", a, b);
        await RollOverAsync(a, new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await RollOverAsync(b, new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        (await Desk.RunAsync("twins")).Said.ShouldBe("0 candidates");
        await _catalogue.DisposeAsync();
        await InitializeAsync();

        // No route reactivates an event, so the test changes the rows.
        foreach (var uuid in new[] { a, b }) await ReviveAsync(Guid.Parse(uuid));

        await Desk.ShowsAsync("/catalog/events", a);
        (await Desk.RunAsync("twins")).Said.ShouldBe("0 candidates");
    }

    [Fact]
    public async Task Outbox_applies_a_decision_after_a_crash()
    {
        var (a, b) = (await Desk.AddAsync("a.example"), await Desk.AddAsync("b.example"));

        await DecideBehindTheGrainAsync(a, b, set => set.Enqueue(
            new OutboxMessage("told-by-outbox", DuplicatesGrain.Topic, $"""["{a}","{b}"]""", DateTimeOffset.UnixEpoch)));

        await Desk.ShowsAsync("/catalog/events", a);
    }

    [Fact]
    public async Task Control_without_the_intent_the_decision_is_not_applied()
    {
        var (a, b) = (await Desk.AddAsync("a.example"), await Desk.AddAsync("b.example"));

        await DecideBehindTheGrainAsync(a, b, set => set);
        await _catalogue.DisposeAsync();
        await InitializeAsync();

        (await Desk.ListAsync()).ShouldBe([a, b], ignoreOrder: true);
    }

    [Fact]
    public async Task Old_rows_get_their_venue_at_start()
    {
        await Desk.AddAsync("a.example");
        await Desk.AddAsync("b.example");
        var database = _catalogue.Silo.App.Services.GetRequiredService<IDatabase>();
        await database.ExecuteAsync("UPDATE events SET venue = NULL");
        (await Desk.RunAsync("twins")).Said.ShouldBe("0 candidates", "without a venue there are no candidates");
        await _catalogue.DisposeAsync();

        await InitializeAsync();

        await Waiting.UntilAsync("the places", async () => (await Desk.RunAsync("twins")).Said.Contains("1 candidates", StringComparison.Ordinal));
    }

    private Task DecideBehindTheGrainAsync(string a, string b, Func<WriteSet, WriteSet> also)
    {
        var decision = DuplicateDecision.Of(Guid.Parse(a), Guid.Parse(b), same: true, null, DateTimeOffset.UnixEpoch);
        var store = _catalogue.Silo.App.Services.GetRequiredService<IRowStore>();
        return store.CommitAsync(also(new WriteSet().Upsert(DuplicateTables.Decisions, decision)));
    }

    private async Task ReviveAsync(Guid uuid)
    {
        var store = _catalogue.Silo.App.Services.GetRequiredService<IRowStore>();
        var row = (await store.ReadAsync(EventRow.Kind, uuid.ToString("N")))!;
        var revived = row.State with { Active = true, ChangedAt = TimeProvider.System.GetUtcNow() };
        await store.CommitAsync(new WriteSet().Put(EventRow.Kind, row.Key, revived, row.Version));
    }

    private Task RollOverAsync(string uuid, DateTimeOffset now) =>
        _catalogue.Silo.App.Services.GetRequiredService<IGrainFactory>().GetGrain<IEventGrain>(Guid.Parse(uuid)).RollOver(now);

    private JsonObject Event(string source, params string[] dates)
    {
        var scraped = Operator.Event(_catalogue, source, "Щелкунчик", dates[0], "Большой зал");
        scraped["date_list"] = new JsonArray([.. dates.Select(d => (JsonNode)d)]);
        return scraped;
    }

    private async Task<List<(string Uuid, bool Gone)>> ChangesAsync()
    {
        var (_, body) = await _catalogue.GetAsync("/catalog/events?changed_since=2020-01-01");
        return [.. body.AsArray().Select(e => (e!["uuid"]!.ToString(), e["deleted"] is not null))];
    }

    private async Task<(string Body, string? ETag)> BytesAsync(string path)
    {
        using var answer = await _catalogue.Silo.Client.GetAsync(path);
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.ETag?.Tag);
    }
}
