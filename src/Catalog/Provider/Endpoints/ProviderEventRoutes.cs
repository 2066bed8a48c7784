using Actors.Catalog.Events.Documents;
using Actors.Web.Errors;
using Actors.Web.Idempotency;
using Actors.Web.Identity;
using Actors.Web.Listeners;
using Actors.Web.OpenApi;
using Actors.Web.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary><c>/api/events</c> of events-face: lists the provider's events and registers visitors.</summary>
internal static class ProviderEventRoutes
{
    public static void MapProviderEvents(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/events").WithTags("events-face").ForRoles(ListenerPlan.Combined).WithErrors(ErrorDialect.Drf)
            .RequireCaller().LimitedBy(RateLimitPolicies.EventsFace);
        group.MapGet("", ListAsync).WithSummary("List the provider's events").DescribesList();
        group.MapGet("/{id}", GetAsync).WithSummary("Get an event of the provider")
            .Produces<ProviderEventResponse>().WithAnswerExample(200, ProviderExamples.Event)
            .Produces<ErrorDocument>(StatusCodes.Status404NotFound).WithAnswerExample(404, ProviderExamples.NotFound);
        group.MapPost("/{id}/register", RegisterAsync).WithSummary("Register as a visitor").Idempotent()
            .WithRequestBody(typeof(RegisterDocument), ProviderExamples.Register).DescribesRegistration()
            .Produces<RegistrationResponse>(StatusCodes.Status202Accepted).WithAnswerExample(202, ProviderExamples.Pending);
        group.MapGet("/{id}/register", RegistrationAsync).WithSummary("Registration status").DescribesRegistration();
    }

    private static Task<IResult> ListAsync(HttpContext http, ProviderEventFinder finder) => finder.ListAsync(http);

    private static async Task<IResult> GetAsync(string id, HttpContext http, ProviderEventFinder finder) =>
        IdOf(id) is { } known && await finder.FindAsync(known, http.RequestAborted) is { } found
            ? TypedResults.Json(ProviderEventResponse.Of(found), ProviderJson.Readable.ProviderEventResponse)
            : NotFound();

    private static async Task<IResult> RegisterAsync(string id, HttpContext http, RegistrationService registrations)
    {
        if (IdOf(id) is not { } known) return NotFound();
        var (registration, refusal) = await registrations.RegisterAsync(http, known);
        return registration is null ? ApiErrors.Result(refusal!) : Answer(RegistrationResponse.Of(registration));
    }

    private static async Task<IResult> RegistrationAsync(string id, HttpContext http, RegistrationService registrations) =>
        IdOf(id) is { } known && await registrations.FindAsync(http, known) is { } registration
            ? TypedResults.Json(RegistrationResponse.Of(registration), ProviderJson.Readable.RegistrationResponse)
            : NotFound();

    // 202 until the provider has decided.
    private static IResult Answer(RegistrationResponse registration) => TypedResults.Json(
        registration, ProviderJson.Readable.RegistrationResponse,
        statusCode: registration.IsPending ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);

    private static Guid? IdOf(string id) => Guid.TryParseExact(id, "D", out var known) ? known : null;

    private static IResult NotFound() => ApiErrors.Result(ApiError.OfStatus(StatusCodes.Status404NotFound));
}
