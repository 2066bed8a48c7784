using System.Text;
using Actors.Catalog.Provider.Topic;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Provider.Topic;

/// <summary>Dead letters are found by reason and position on both databases.</summary>
public sealed class TopicDeadLetterTests
{
    [Fact]
    public Task Works_on_SQLite() => CheckAsync(null);

    [PostgresFact]
    public async Task Works_on_PostgreSQL()
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        await CheckAsync(database.Url);
    }

    private static async Task CheckAsync(string? database)
    {
        using var settings = new SiloSettings(("DATABASE_URL", database));
        await using var face = await Face.StartAsync(given: settings);
        var letters = face.Services.GetRequiredService<TopicDeadLetters>();
        foreach (var (partition, offset, reason) in new[] { (0, 1L, "not_json"), (0, 12L, "no_key"), (1, 2L, "not_json"), (1, 2L, "came_again") })
            await letters.AddAsync(new(new("events", partition, offset), null, Encoding.UTF8.GetBytes("{")), reason);

        (await PlacesAsync(null)).ShouldBe(["0:1", "0:12", "1:2"], ignoreOrder: true);
        (await PlacesAsync("not_json")).ShouldBe(["0:1", "1:2"], ignoreOrder: true);
        (await PlacesAsync(null, "0:12", "1:2", "9:9")).ShouldBe(["0:12", "1:2"], ignoreOrder: true);
        (await PlacesAsync("not_json", "0:12", "1:2")).ShouldBe(["1:2"]);
        (await PlacesAsync("came_again")).ShouldBeEmpty();
        (await letters.FindAsync(null, [], 2, CancellationToken.None)).Count.ShouldBe(2);

        async Task<string[]> PlacesAsync(string? reason, params string[] places) =>
            [.. (await letters.FindAsync(reason, places, 100, CancellationToken.None)).Select(DeadRecordsCommand.PositionOf)];
    }
}
