using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Kill;

/// <summary>A killed run resumes: nothing is lost, fetched twice or created twice.</summary>
public sealed class ScrapeKillTests
{
    private const int Pages = 8;
    private const int PerPage = 10;

    [Fact]
    public async Task Run_resumes_after_a_kill_between_pages()
    {
        await using var site = await FakeUpstream.StartAsync();
        var shop = Shop(site);
        using var settings = Settings(site, shop);
        site.OnStalled(EventSite.PathOf(3));
        await using var silo = await SiloProcess.StartAsync(settings);
        await KillAtPageAsync(silo, site, shop, page: 3, next: 6);
        await KillAtPageAsync(silo, site, shop, page: 6, next: null);

        (await RunAsync(silo)).ShouldBe((shop.Events, 0, 0));
        await EverythingIsThereOnceAsync(silo, shop);
        Enumerable.Range(1, Pages).Select(p => site.Count(EventSite.PathOf(p))).ShouldBe([1, 1, 2, 1, 1, 2, 1, 1]);
    }

    [Fact]
    public async Task Kill_during_submission_loses_and_duplicates_nothing()
    {
        await using var site = await FakeUpstream.StartAsync();
        var shop = Shop(site);
        using var settings = Settings(site, shop);
        site.OnStalled(EventSite.PictureOf(5), "image/bmp");
        await using var silo = await SiloProcess.StartAsync(settings);
        await site.RequestedAsync(EventSite.PictureOf(5));
        await silo.KillAsync();
        shop.ServePicture(5);
        await silo.RestartAsync();

        var (sent, skipped, failed) = await RunAsync(silo);
        (sent + skipped, failed).ShouldBe((shop.Events, 0));
        await EverythingIsThereOnceAsync(silo, shop);
        Enumerable.Range(1, Pages).ShouldAllBe(p => site.Count(EventSite.PathOf(p)) == 1);
    }

    [Fact]
    public async Task Control_without_stored_progress_the_run_restarts()
    {
        await using var site = await FakeUpstream.StartAsync();
        var shop = Shop(site);
        using var settings = Settings(site, shop);
        site.OnStalled(EventSite.PathOf(3));
        await using var silo = await SiloProcess.StartAsync(settings);
        await site.RequestedAsync(EventSite.PathOf(3));
        await silo.KillAsync();
        shop.ServePage(3);
        foreach (var table in (string[])["sources", "source_pages", "source_items"])
            await StoppedSilo.ExecuteAsync(settings, $"DELETE FROM {table}");
        await silo.RestartAsync();

        await RunAsync(silo);
        site.Count(EventSite.PathOf(1)).ShouldBe(2);
    }

    private static EventSite Shop(FakeUpstream site)
    {
        var shop = new EventSite(site, Pages, PerPage);
        shop.Serve();
        return shop;
    }

    private static SiloSettings Settings(FakeUpstream site, EventSite shop) =>
        new SiloSettings(("OUTBOUND_ALLOW", site.AllowEntry)).Sources(shop.Sources);

    private static async Task KillAtPageAsync(SiloProcess silo, FakeUpstream site, EventSite shop, int page, int? next)
    {
        await site.RequestedAsync(EventSite.PathOf(page));
        await silo.KillAsync();
        shop.ServePage(page);
        if (next is { } stalled)
            site.OnStalled(EventSite.PathOf(stalled));
        await silo.RestartAsync();
    }

    // Joins the current run.
    private static async Task<(int Sent, int Skipped, int Failed)> RunAsync(SiloProcess silo)
    {
        using var answer = await silo.Client.PostAsync(new Uri("/scraper/run", UriKind.Relative), null);
        var body = await answer.Content.ReadFromJsonAsync<JsonNode>();
        ((int)answer.StatusCode).ShouldBe(202, body?.ToJsonString());
        return (body!["sent"]!.GetValue<int>(), body["skipped"]!.GetValue<int>(), body["failed"]!.AsArray().Count);
    }

    private static async Task EverythingIsThereOnceAsync(SiloProcess silo, EventSite shop)
    {
        var kept = await Kept.ReadAsync(silo, shop.Events);
        kept.Uuids.Count.ShouldBe(shop.Events);
        kept.Uuids.ShouldBeUnique();
        kept.Ids.ShouldBeUnique();
        kept.Orphans.ShouldBeEmpty();
        kept.Lost.ShouldBeEmpty();
    }
}
