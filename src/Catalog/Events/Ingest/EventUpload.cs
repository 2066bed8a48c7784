using System.Collections.Immutable;

namespace Actors.Catalog.Events.Ingest;

/// <summary>Hands many events to their grains at once and collects what became of each.</summary>
internal sealed class EventUpload(IGrainFactory grains)
{
    /// <summary>How many events are under way at once for one caller: a batch of the default size.</summary>
    private const int Width = 100;

    /// <summary>The outcomes, in the order of <paramref name="events"/>.</summary>
    public async Task<ImmutableArray<CreateOutcome>> CreateAsync(ImmutableArray<ScrapedEvent> events)
    {
        var outcomes = ImmutableArray.CreateBuilder<CreateOutcome>(events.Length);
        foreach (var part in events.Chunk(Width)) outcomes.AddRange(await Task.WhenAll(part.Select(CreateAsync)));
        return outcomes.MoveToImmutable();
    }

    /// <summary>The outcome of one event.</summary>
    public Task<CreateOutcome> CreateAsync(ScrapedEvent scraped) => grains.GetGrain<IEventGrain>(scraped.Uuid).Create(scraped);
}
