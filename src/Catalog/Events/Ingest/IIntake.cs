using System.Collections.Immutable;

namespace Actors.Catalog.Events.Ingest;

/// <summary>Where scraped events enter the catalogue, whether a caller posted them or a source of ours found them.</summary>
internal interface IIntake
{
    /// <summary>
    /// Creates what is new, in batches of <c>BATCH_SIZE</c>, and says how each event fared. Every uuid is counted once.
    /// Returns when all that was created is durable.
    /// </summary>
    /// <remarks>Throws StoreUnavailableException when the database is away, and OrleansMessageRejectionException while the program stops; what had been created stays created.</remarks>
    Task<IntakeCounts> SubmitAsync(ImmutableArray<EventInput> events, CancellationToken cancellationToken = default);
}

/// <summary>How a submission fared.</summary>
/// <param name="Sent">Events created.</param>
/// <param name="Skipped">Events already known, of an unsupported type, or without a picture.</param>
/// <param name="Failed">What could not be created, and why.</param>
[GenerateSerializer, Immutable, Alias("catalog.IntakeCounts")]
internal sealed record IntakeCounts(
    [property: Id(0)] int Sent,
    [property: Id(1)] int Skipped,
    [property: Id(2)] ImmutableArray<IntakeFailure> Failed)
{
    /// <summary>Nothing submitted.</summary>
    public static readonly IntakeCounts None = new(0, 0, []);

    /// <summary>Both submissions together.</summary>
    public IntakeCounts Add(IntakeCounts other) =>
        new(Sent + other.Sent, Skipped + other.Skipped, Failed.AddRange(other.Failed));
}

/// <summary>An event, or a whole batch, that could not be created.</summary>
/// <param name="Uuids">The event, or every event of the batch.</param>
/// <param name="WholeBatch">True when the batch as a whole got no answer.</param>
/// <param name="StatusCode">The status the catalogue gave or would have given.</param>
/// <param name="Detail">The catalogue's reason.</param>
[GenerateSerializer, Immutable, Alias("catalog.IntakeFailure")]
internal sealed record IntakeFailure(
    [property: Id(0)] ImmutableArray<Guid> Uuids,
    [property: Id(1)] bool WholeBatch,
    [property: Id(2)] int StatusCode,
    [property: Id(3)] string Detail);
