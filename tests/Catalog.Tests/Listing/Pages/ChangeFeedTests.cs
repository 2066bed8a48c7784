using System.Text.Json.Nodes;
using Actors.Catalog.Events;
using Actors.Catalog.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Listing.Pages;

public sealed class ChangeFeedTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    [Fact]
    public async Task A_change_feed_has_new_and_deleted_events()
    {
        var (stays, goes) = (await AddAsync(), await AddAsync());
        await Waiting.UntilAsync("both events", async () => (await ChangesAsync("2020-01-01")).Changes.Count >= 2);
        var through = (await ChangesAsync("2020-01-01")).Through;

        await catalogue.Silo.App.Services.GetRequiredService<IGrainFactory>().GetGrain<IEventGrain>(goes).RollOver(new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await Waiting.UntilAsync("the change", async () => (await ChangesAsync(through)).Changes.Any(change => change!["deleted"] is not null));

        var gone = (await ChangesAsync(through)).Changes.Single(change => change!["deleted"] is not null)!.AsObject();
        gone.Select(member => member.Key).ShouldBe(["id", "uuid", "deleted"]);
        gone["uuid"]!.GetValue<string>().ShouldBe(goes.ToString());
        var all = (await ChangesAsync("2020-01-01")).Changes;
        all.Select(change => change!["uuid"]!.GetValue<string>()).ShouldContain(stays.ToString());
        all.Last()!["uuid"]!.GetValue<string>().ShouldBe(goes.ToString(), "the newest change comes last");
        (await catalogue.GetAsync("/catalog/events?changed_since=2020-01-01&type=sport")).Body.AsArray().ShouldBeEmpty();
        await Waiting.UntilAsync("the archive", async () =>
            (await catalogue.GetAsync("/scraperCatalog/inactive-events?changed_since=2020-01-01")).Body.AsArray().Any(e => e!["title"] is not null));
    }

    [Fact]
    public async Task A_deleted_event_leaves_the_other_lists()
    {
        var goes = await AddAsync();
        await Waiting.UntilAsync("the event", async () => (await Lists()).Contains(goes.ToString(), StringComparison.Ordinal));

        await catalogue.Silo.App.Services.GetRequiredService<IGrainFactory>().GetGrain<IEventGrain>(goes).RollOver(new DateTimeOffset(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));

        await Waiting.UntilAsync("it to be gone", async () => !(await Lists()).Contains(goes.ToString(), StringComparison.Ordinal));
    }

    private Task<string> Lists() => catalogue.Silo.Client.GetStringAsync("/catalog/events?limit=1000");

    private async Task<Guid> AddAsync()
    {
        var sent = catalogue.Event();
        await catalogue.PostAsync("/scraperCatalog/upload", sent);
        return Guid.Parse(sent["uuid"]!.GetValue<string>());
    }

    private async Task<(JsonArray Changes, string Through)> ChangesAsync(string since)
    {
        using var answer = await catalogue.Silo.Client.GetAsync($"/catalog/events?changed_since={since}");
        answer.EnsureSuccessStatusCode();
        return (JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsArray(), answer.Headers.GetValues("X-Changed-Through").Single());
    }
}
