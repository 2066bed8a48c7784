using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kit;
using Actors.TestKit;
using Dapper;
using Npgsql;

namespace Actors.Catalog.Tests.Listing.Pages;

public sealed class PostgresListTests
{
    [PostgresFact]
    public async Task Filters_and_search_work_on_PostgreSQL_and_follow_changes()
    {
        var server = await PostgresServer.StartAsync();
        await using var database = await server.CreateDatabaseAsync();
        var catalogue = new Catalogue { Settings = settings => settings.Set("DATABASE_URL", database.Url) };
        await catalogue.InitializeAsync();

        (await CountAsync(catalogue, "q=джаз")).ShouldBe(0);
        await catalogue.PostAsync("/scraperCatalog/upload", catalogue.Event(e => e["title"] = "Вечер джаза"));
        await Waiting.UntilAsync("the event", async () => await CountAsync(catalogue, "q=jazz&place=сцена&changed_since=2020-01-01") == 1);
        await catalogue.PostAsync("/scraperCatalog/upload", catalogue.Event(e => e["title"] = "Джазовое утро"));
        await Waiting.UntilAsync("the next", async () => await CountAsync(catalogue, "q=джаз") == 2);

        await catalogue.DisposeAsync();
    }

    // Another process begins a write before the feed is read and commits it after.
    [PostgresFact]
    public async Task A_change_feed_returns_late_commits_and_survives_a_restored_backup()
    {
        var server = await PostgresServer.StartAsync();
        await using var database = await server.CreateDatabaseAsync();
        var catalogue = new Catalogue { Settings = settings => settings.Set("DATABASE_URL", database.Url) };
        await catalogue.InitializeAsync();
        await catalogue.PostAsync("/scraperCatalog/upload", catalogue.Event());
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(Late, transaction: transaction);
        await catalogue.PostAsync("/scraperCatalog/upload", catalogue.Event());
        await Waiting.UntilAsync("both events", async () => (await FeedAsync(catalogue, "2020-01-01")).Ids.Length == 2);
        var through = (await FeedAsync(catalogue, "2020-01-01")).Through;

        await transaction.CommitAsync();

        await Waiting.UntilAsync("the late event", async () => (await FeedAsync(catalogue, through)).Ids.Contains(1_000_000));
        (await FeedAsync(catalogue, through)).IsReset.ShouldBeFalse();

        // A restored dump creates its tables anew.
        await connection.ExecuteAsync("CREATE TABLE restored AS SELECT * FROM commit_sequence; DROP TABLE commit_sequence; ALTER TABLE restored RENAME TO commit_sequence");
        await Waiting.UntilAsync("the new history", async () => (await FeedAsync(catalogue, through)).IsReset);
        (await FeedAsync(catalogue, through)).Ids.Length.ShouldBe(3);

        await catalogue.DisposeAsync();
    }

    private const string Late = """
        INSERT INTO events (key, version, document, id, event_type, active, shard, poster, changed_at, commit_id)
        SELECT replace(gen_random_uuid()::text, '-', ''), 1, document, 1000000, event_type, active, shard, poster, changed_at, pg_current_xact_id()::text::bigint FROM events LIMIT 1
        """;

    private static async Task<(long[] Ids, string Through, bool IsReset)> FeedAsync(Catalogue catalogue, string since)
    {
        using var answer = await catalogue.Silo.Client.GetAsync($"/catalog/events?changed_since={since}");
        var events = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray();
        return ([.. events.Select(e => e!["id"]!.GetValue<long>())], answer.Headers.GetValues("X-Changed-Through").Single(), answer.Headers.Contains("X-Changed-Reset"));
    }

    private static async Task<int> CountAsync(Catalogue catalogue, string query) =>
        (await catalogue.GetAsync($"/catalog/events?{query}")).Body.AsArray().Count;
}
