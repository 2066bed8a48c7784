using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Actors.Administration.Audit;
using Actors.Administration.Settings;
using Actors.Web.Lists;
using Actors.Web.OpenApi;
using Actors.Web.RateLimiting;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Administration;

/// <summary>Serialization of the module's responses.</summary>
[JsonSerializable(typeof(SettingAnswer[]))]
[JsonSerializable(typeof(SettingVersionAnswer[]))]
[JsonSerializable(typeof(AuditLineAnswer[]))]
internal sealed partial class AdministrationJson : JsonSerializerContext
{
    /// <summary>Relaxed escaping is safe: bodies are JSON and never embedded in HTML.</summary>
    public static readonly AdministrationJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

/// <summary>The module's rate limits.</summary>
internal static class AdministrationLimits
{
    /// <summary>Changes of settings by one caller; bounds the responses that idempotency stores for a day.</summary>
    public static readonly RateLimitPolicy Changes = new("administration", 60, TimeSpan.FromMinutes(1), RateLimitPartition.Caller);
}

/// <summary>An error with one sentence, for the API document.</summary>
internal sealed record RefusalDocument(string Detail);

/// <summary>An error with a list of faults, for the API document.</summary>
internal sealed record FaultsDocument(FaultDocument[] Detail);

/// <summary>One fault, for the API document.</summary>
internal sealed record FaultDocument(string[] Loc, string Msg, string Type);

/// <summary>Shared code of the module's routes: paging, and errors in the API document.</summary>
internal static class AdministrationAnswers
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    /// <summary>Reads <c>limit</c> and <c>offset</c>.</summary>
    public static (int Limit, long Offset) Page(this QueryReader query) =>
        (query.Limit(DefaultLimit, MaxLimit), query.OptionalInteger("offset", 0) ?? 0);

    public static RouteHandlerBuilder WithPage(this RouteHandlerBuilder route) => route
        .WithQueryParameter("limit", "Maximum number of items, 1 to 1000; default 100.")
        .WithQueryParameter("offset", "Number of items to skip. The header X-Total-Count has the total number.");

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, int status, string example) =>
        route.Produces<RefusalDocument>(status).WithAnswerExample(status, example);

    public static RouteHandlerBuilder RefusesFields(this RouteHandlerBuilder route) => route
        .Produces<FaultsDocument>(StatusCodes.Status422UnprocessableEntity)
        .WithAnswerExample(422, """{"detail":[{"loc":["query","limit"],"msg":"Input should be greater than or equal to 1","type":"greater_than_equal"}]}""");

    public static TBuilder WithRefusals<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes
        .WithAnswerNote(StatusCodes.Status401Unauthorized, "Not signed in.")
        .WithAnswerNote(StatusCodes.Status403Forbidden, "Permission missing. The refusal is written to the audit log.");
}
