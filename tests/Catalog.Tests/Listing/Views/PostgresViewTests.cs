using Actors.Catalog.Tests.Kit;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Listing.Views;

public sealed class PostgresViewTests
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

    private static async Task<int> CountAsync(Catalogue catalogue, string query) =>
        (await catalogue.GetAsync($"/catalog/events?{query}")).Body.AsArray().Count;
}
