using Actors.Catalog.Events.Documents;
using Actors.Web.Errors;
using Actors.Web.Idempotency;
using Actors.Web.Listeners;
using Actors.Web.OpenApi;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Catalog.Events.Ingest;

/// <summary><c>/scraperCatalog/upload</c>: stores events one by one or in batches.</summary>
internal static class UploadRoutes
{
    private static readonly ApiError s_batchFailed = new(StatusCodes.Status500InternalServerError, Intake.BatchFailed);
    private static readonly ApiError s_saveFailed = new(StatusCodes.Status500InternalServerError, "failed to save event");

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapScraperCatalogGroup();
        group.MapPost("/upload/batch", PostBatchAsync).WithSummary("Store many events").FailingAs(s_batchFailed)
            .WithRequestBody(typeof(ResultsDocument), CatalogExamples.Results)
            .Produces<BatchResponse>(StatusCodes.Status201Created).WithAnswerExample(201, CatalogExamples.Batch)
            .AddEndpointFilter<IngestTokenFilter>().ProducesRefusals().Idempotent();
        group.MapPost("/upload", PostOneAsync).WithSummary("Store one event").FailingAs(s_saveFailed)
            .WithRequestBody(typeof(EventDocument), CatalogExamples.Event)
            .Produces<CreatedResponse>(StatusCodes.Status201Created).WithAnswerExample(201, CatalogExamples.Created)
            .AddEndpointFilter<IngestTokenFilter>().ProducesRefusals().Idempotent();
    }

    /// <summary>The group of all routes below <c>/scraperCatalog</c>.</summary>
    public static RouteGroupBuilder MapScraperCatalogGroup(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/scraperCatalog").WithTags("scraperCatalog").ForRoles("scraperCatalog").WithErrors(ErrorDialect.FastApi).AllowAnonymous();

    private static async Task<IResult> PostBatchAsync(HttpContext http, EventReader reader, Intake intake)
    {
        var (events, refusal) = reader.ReadBatch(await JsonBody.ReadAsync(http, cancellationToken: http.RequestAborted), oldSpellings: false);
        if (refusal is not null) return ApiErrors.Result(refusal);
        var answer = BatchResponse.Of(await intake.CreateAsync(events));
        return TypedResults.Json(answer, CatalogJson.Readable.BatchResponse, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> PostOneAsync(HttpContext http, EventReader reader, Intake intake)
    {
        var (scraped, refusal) = reader.ReadOne(await JsonBody.ReadAsync(http, cancellationToken: http.RequestAborted));
        return scraped is null ? ApiErrors.Result(refusal!) : Answer(await intake.CreateAsync(scraped));
    }

    private static IResult Answer(CreateOutcome outcome) => outcome.Result switch
    {
        CreateResult.Created => TypedResults.Json(
            new CreatedResponse("created", outcome.Uuid, outcome.EventType),
            CatalogJson.Readable.CreatedResponse, statusCode: StatusCodes.Status201Created),
        CreateResult.ImageDownloadFailed => ApiErrors.Result(new ApiError(
            StatusCodes.Status502BadGateway, $"not created, image_download_failed: {outcome.Detail}")),
        _ => TypedResults.Json(
            new SkippedResponse("skipped", outcome.Result.Reason()!, outcome.Uuid, outcome.EventType),
            CatalogJson.Readable.SkippedResponse, statusCode: StatusCodes.Status201Created),
    };
}
