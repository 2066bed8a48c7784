using Actors.Benchmarks.Search;
using Actors.Catalog.Events;
using Actors.Catalog.Events.Ingest;
using Actors.Grains.Storage;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Benchmarks.Catalog;

/// <summary>Fills a silo's store with events through the grain storage.</summary>
internal static class StoredEvents
{
    private const int Writers = 256;
    private const int Days = 180;
    private static readonly string[] s_ages = ["0+", "6+", "12+", "16+", "18+"];

    /// <summary>The settings of a silo with stored events. The folder in an environment variable keeps them for the next run.</summary>
    public static async Task<SiloSettings> ReadyAsync(string keptIn, Corpus corpus, Random random, int count)
    {
        var settings = new SiloSettings(("LOG_LEVEL", "WARNING"));
        if (Environment.GetEnvironmentVariable(keptIn) is { Length: > 0 } folder) settings.Set("DATA_DIR", folder);
        if (!File.Exists(Path.Combine(settings.DataDir, "actors.db"))) await FillAsync(settings, corpus, random, count);
        return settings;
    }

    /// <summary>Stores events for a silo that does not run yet.</summary>
    public static async Task FillAsync(SiloSettings settings, Corpus corpus, Random random, int count)
    {
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings);
        var storage = new RowGrainStorage<EventState>(silo.App.Services.GetRequiredService<IRowStore>(), EventRow.Kind);
        var now = silo.App.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var batch in Enumerable.Range(1, count).Select(id => Event(id, corpus, random, now)).Chunk(Writers))
        {
            await Task.WhenAll(batch.Select(e => storage.WriteStateAsync(
                "event", GrainId.Create("event", e.Uuid.ToString("N")), new GrainState<EventState>(e))));
        }
    }

    private static EventState Event(long id, Corpus corpus, Random random, DateTimeOffset now)
    {
        var texts = corpus.Event(id).Fields;
        EventDate[] dates = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Date(now.AddDays(1 + random.Next(Days)).AddHours(random.Next(12)))).OrderBy(d => d.Instant)];
        var type = EventTypes.Supported.Items[random.Next(EventTypes.Supported.Count)];
        var scraped = new EventInput(
            NextUuid(random), type, $"{id}", texts[0].Text, texts[3].Text, random.Next(50) * 100, dates[0], [.. dates], texts[1].Text, texts[2].Text,
            s_ages[random.Next(s_ages.Length)], "https://example.com/poster.jpg", $"https://example.com/event/{id}");
        return EventState.Create(id, scraped, "poster.webp", "/posters/poster.webp", now.AddSeconds(-random.Next(1_000_000)));
    }

    private static EventDate Date(DateTimeOffset moment) =>
        new(moment.ToString("yyyy-MM-dd'T'HH:00:00'Z'", System.Globalization.CultureInfo.InvariantCulture), moment.AddMinutes(-moment.Minute));

    private static Guid NextUuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
