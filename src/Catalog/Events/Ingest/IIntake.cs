using System.Collections.Immutable;

namespace Actors.Catalog.Events.Ingest;

/// <summary>Accepts events into the catalogue, from callers and from our own sources.</summary>
internal interface IIntake
{
    /// <summary>
    /// Creates the new events in batches of <c>BATCH_SIZE</c> and counts the results. A uuid is counted once. Returns when all created events are
    /// durable.
    /// </summary>
    /// <remarks>Throws StoreUnavailableException while the database is unavailable and OrleansMessageRejectionException while the program stops. Events that were created before stay created.</remarks>
    Task<IntakeCounts> SubmitAsync(ImmutableArray<EventInput> events, CancellationToken cancellationToken = default);
}

/// <summary>The counts of a submission.</summary>
/// <param name="Sent">Created events.</param>
/// <param name="Skipped">Events that are known, of an unsupported type, or without a picture.</param>
/// <param name="Failed">Events and batches that could not be created, with the reason.</param>
[GenerateSerializer, Immutable, Alias("catalog.IntakeCounts")]
internal sealed record IntakeCounts(
    [property: Id(0)] int Sent,
    [property: Id(1)] int Skipped,
    [property: Id(2)] ImmutableArray<IntakeFailure> Failed)
{
    /// <summary>The counts of an empty submission.</summary>
    public static readonly IntakeCounts None = new(0, 0, []);

    /// <summary>The sum of both counts.</summary>
    public IntakeCounts Add(IntakeCounts other) =>
        new(Sent + other.Sent, Skipped + other.Skipped, Failed.AddRange(other.Failed));
}

/// <summary>An event, or a whole batch, that could not be created.</summary>
/// <param name="Uuids">The event, or all events of the batch.</param>
/// <param name="WholeBatch">True if the whole batch failed.</param>
/// <param name="StatusCode">The HTTP status of the failure.</param>
/// <param name="Detail">The reason.</param>
[GenerateSerializer, Immutable, Alias("catalog.IntakeFailure")]
internal sealed record IntakeFailure(
    [property: Id(0)] ImmutableArray<Guid> Uuids,
    [property: Id(1)] bool WholeBatch,
    [property: Id(2)] int StatusCode,
    [property: Id(3)] string Detail);
