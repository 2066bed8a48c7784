using System.Collections.Immutable;
using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>A catalogue that creates an event once per uuid and records submissions.</summary>
internal sealed class MemoryIntake(Crashes crashes) : IIntake
{
    public List<ImmutableArray<EventInput>> Batches { get; } = [];

    public Dictionary<Guid, EventInput> Created { get; } = [];

    /// <summary>Titles that the catalogue refuses.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>An exception for submissions, thrown before anything happens.</summary>
    public Func<Exception?> Fault { get; set; } = () => null;

    public Task<IntakeCounts> SubmitAsync(ImmutableArray<EventInput> events, CancellationToken cancellationToken)
    {
        crashes.Place();
        if (Fault() is { } fault)
            throw fault;
        Batches.Add(events);
        var refused = events.Where(e => Refused.Contains(e.Title)).ToList();
        var sent = events.Except(refused).Count(e => Created.TryAdd(e.Uuid, e));
        crashes.Place();
        return Task.FromResult(new IntakeCounts(sent, events.Length - sent - refused.Count,
            [.. refused.Select(e => new IntakeFailure([e.Uuid], false, 502, "not created, image_download_failed: 404"))]));
    }
}
