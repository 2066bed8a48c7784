using Actors.Catalog.Tests.Provider.Kit;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Provider.Lists;

/// <summary>The same lists and registrations on PostgreSQL.</summary>
public sealed class ProviderOnPostgresTests
{
    private static readonly DateTimeOffset s_soon = TimeProvider.System.GetUtcNow().AddDays(10);

    [PostgresFact]
    public async Task Filters_pages_and_seats_work_on_PostgreSQL()
    {
        var server = await PostgresServer.StartAsync();
        await using var database = await server.CreateDatabaseAsync();
        await using var provider = await FakeProvider.StartAsync();
        var concert = Guid.NewGuid();
        provider.Pages([FakeProvider.Event("Ёлка 100%", s_soon, id: concert), FakeProvider.Event("a_b", s_soon), FakeProvider.Event("back\\slash", s_soon, "closed")]);
        provider.Opens(concert, "A1", "A2");
        using var settings = new SiloSettings(("DATABASE_URL", database.Url));
        await using var face = await Face.StartAsync(provider, given: settings);
        (await face.CommandAsync("--all")).Exit.ShouldBe(0);

        foreach (var (query, count) in (IEnumerable<(string, int)>)[("", 2), ("?status=all", 3), ("?search=ёЛКА", 1), ("?search=%25", 1), ("?search=_", 1),
            ("?search=%5C&status=closed", 1), ("?name=a_b", 1), ("?search=%27", 0), ("?page=last&ordering=-event_time", 2)])
        {
            (await face.GetAsync("/api/events" + query)).Body!["count"]!.GetValue<int>().ShouldBe(count, query);
        }

        foreach (var who in (Guid[])[KnownPeople.Anna, KnownPeople.Boris])
        {
            (await face.SendAsync(HttpMethod.Post, $"/api/events/{concert}/register", who)).Status.ShouldBe(202);
            await Waiting.UntilAsync("the confirmation", async () =>
                (await face.GetAsync($"/api/events/{concert}/register", who)).Body!["status"]!.GetValue<string>() == "confirmed");
        }

        provider.Tickets.Count.ShouldBe(2);
    }
}
