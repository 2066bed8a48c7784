using System.Text.Json.Serialization;

namespace Actors.Catalog.Events.Ingest;

/// <summary>Answer of <c>/scraper/results</c> and <c>/scraper/run</c>.</summary>
internal sealed record IntakeResponse(int Sent, int Skipped, IntakeFailureResponse[] Failed)
{
    public static IntakeResponse Of(IntakeCounts counts) =>
        new(counts.Sent, counts.Skipped, [.. counts.Failed.Select(IntakeFailureResponse.Of)]);
}

/// <summary>One event (<c>uuid</c>) or one whole batch (<c>uuids</c>) that was not created.</summary>
internal sealed record IntakeFailureResponse(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Uuid,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid[]? Uuids,
    int StatusCode,
    string Detail)
{
    public static IntakeFailureResponse Of(IntakeFailure failure) => failure.WholeBatch
        ? new(null, [.. failure.Uuids], failure.StatusCode, failure.Detail)
        : new(failure.Uuids[0], null, failure.StatusCode, failure.Detail);
}
