using Actors.TestKit;

namespace Actors.Catalog.Tests.Kill;

/// <summary>A graceful stop (SIGTERM) does not wait for long calls.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Stop_answers_waiting_callers_with_current_counts()
    {
        await using var site = await FakeUpstream.StartAsync();
        var shop = new EventSite(site, pages: 3, eventsPerPage: 5);
        shop.Serve();
        site.OnStalled(EventSite.PathOf(2));
        using var settings = new SiloSettings(("OUTBOUND_ALLOW", site.AllowEntry)).Sources(shop.Sources);
        await using var silo = await SiloProcess.StartAsync(settings);
        var asked = silo.Client.PostAsync(new Uri("/scraper/run", UriKind.Relative), null);
        await site.RequestedAsync(EventSite.PathOf(2));
        asked.IsCompleted.ShouldBeFalse();

        (await silo.StopAsync().Within("the stop", s_soon)).ShouldBe(0);

        using var answer = await asked;
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"sent":0,"skipped":0,"failed":[]}""");
    }
}
