using System.Text.Json.Serialization;

namespace Actors.Catalog.Events.Ingest;

/// <summary>Answer of <c>/scraperCatalog/upload/batch</c>: each sent event is in one of the lists.</summary>
internal sealed record BatchResponse(BatchItem[] Created, BatchItem[] Skipped, BatchItem[] Failed)
{
    /// <summary>Sorts the outcomes into the three lists.</summary>
    public static BatchResponse Of(IReadOnlyCollection<CreateOutcome> outcomes) => new(
        [.. outcomes.Where(o => o.Result == CreateResult.Created).Select(o => new BatchItem(o.Uuid, o.EventType))],
        [.. outcomes.Where(o => o.Result.IsSkip()).Select(o => new BatchItem(o.Uuid, o.EventType, o.Result.Reason()))],
        [.. outcomes.Where(o => o.Result == CreateResult.ImageDownloadFailed)
            .Select(o => new BatchItem(o.Uuid, o.EventType, o.Result.Reason(), o.Detail))]);
}

/// <summary>One event of a batch.</summary>
internal sealed record BatchItem(
    Guid Uuid,
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null);

/// <summary>Answer of <c>/scraperCatalog/upload</c> for a new event.</summary>
internal sealed record CreatedResponse(string Detail, Guid Uuid, string Type);

/// <summary>Answer of <c>/scraperCatalog/upload</c> for a skipped event.</summary>
internal sealed record SkippedResponse(string Detail, string Reason, Guid Uuid, string Type);

/// <summary>The documented texts of results.</summary>
internal static class CreateResultExtensions
{
    /// <summary>True for the results that the documents call skipped.</summary>
    public static bool IsSkip(this CreateResult result) =>
        result is CreateResult.AlreadyExists or CreateResult.UnsupportedType or CreateResult.NoImageUrl;

    /// <summary>The documented <c>reason</c>.</summary>
    public static string? Reason(this CreateResult result) => result switch
    {
        CreateResult.AlreadyExists => "already_exists",
        CreateResult.UnsupportedType => "unsupported_type",
        CreateResult.NoImageUrl => "no_image_url",
        CreateResult.ImageDownloadFailed => "image_download_failed",
        _ => null,
    };
}
