using Actors.Catalog.Events;
using Actors.Catalog.Events.Ingest;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>A store whose list is too long to be cached.</summary>
internal static class StoredList
{
    public const int Events = 10_000;

    /// <summary>Together a list of about 24 MB.</summary>
    private const int DescriptionLength = 2_000;

    /// <summary>Fills the store of a silo that is not started yet.</summary>
    public static async Task FillAsync(SiloSettings settings)
    {
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings);
        var rows = silo.App.Services.GetRequiredService<IRowStore>();
        foreach (var some in Enumerable.Range(1, Events).Chunk(500)) await Task.WhenAll(some.Select(id => PutAsync(rows, id, "first", null)));
    }

    /// <summary>Writes one event over the given version.</summary>
    public static Task PutAsync(IRowStore rows, int id, string title, long? version) =>
        rows.CommitAsync(new WriteSet().Put(EventRow.Kind, UuidOf(id).ToString("N"), Event(id, title), version));

    private static Guid UuidOf(int id) => new(id, 0, 0, new byte[8]);

    private static EventState Event(int id, string title)
    {
        var date = new EventDate("2099-09-01T18:00:00Z", new DateTimeOffset(2099, 9, 1, 18, 0, 0, TimeSpan.Zero));
        var scraped = new EventInput(
            UuidOf(id), "concert", null, $"{title} {id}", new string('ё', DescriptionLength / 2), 1, date, [date], "Сцена", "rock", null, "https://e.example/p.jpg", "https://e.example");
        return EventState.Create(id, scraped, "poster.webp", "/posters/poster.webp", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
