using Actors.Catalog.Events.Documents;
using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Scraping.Runs;
using Actors.Web.Errors;
using Actors.Web.Idempotency;
using Actors.Web.Listeners;
using Actors.Web.OpenApi;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Catalog.Scraping;

/// <summary><c>/scraper</c>: submits scraped events, or starts a scrape.</summary>
internal static class ScraperRoutes
{
    public static void MapScraper(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/scraper").WithTags("scraper").ForRoles("scraper").WithErrors(ErrorDialect.FastApi)
            .AllowAnonymous().AddEndpointFilter<IngestTokenFilter>();
        group.MapPost("/results", PostResultsAsync).WithSummary("Submit scraped events")
            .WithRequestBody(typeof(ResultsDocument), CatalogExamples.Results)
            .Produces<IntakeResponse>(StatusCodes.Status202Accepted).WithAnswerExample(202, CatalogExamples.Intake)
            .ProducesRefusals().Idempotent();
        group.MapPost("/run", PostRunAsync).WithSummary("Scrape all sources now")
            .Produces<IntakeResponse>(StatusCodes.Status202Accepted).WithAnswerExample(202, CatalogExamples.Intake)
            .ProducesRefusals().Idempotent();
    }

    private static async Task<IResult> PostResultsAsync(HttpContext http, EventReader reader, IIntake intake)
    {
        var (events, refusal) = reader.ReadBatch(await JsonBody.ReadAsync(http, cancellationToken: http.RequestAborted), oldSpellings: true);
        return refusal is null ? Answer(await intake.SubmitAsync(events, http.RequestAborted)) : ApiErrors.Result(refusal);
    }

    private static async Task<IResult> PostRunAsync(HttpContext http, ScrapeRunner scrapes) =>
        Answer(await scrapes.RunAllAsync(http.RequestAborted));

    private static IResult Answer(IntakeCounts counts) =>
        TypedResults.Json(IntakeResponse.Of(counts), CatalogJson.Readable.IntakeResponse, statusCode: StatusCodes.Status202Accepted);
}
