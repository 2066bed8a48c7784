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

/// <summary>JSON of the module's answers.</summary>
[JsonSerializable(typeof(SettingAnswer[]))]
[JsonSerializable(typeof(SettingVersionAnswer[]))]
[JsonSerializable(typeof(AuditLineAnswer[]))]
internal sealed partial class AdministrationJson : JsonSerializerContext
{
    /// <summary>Texts as they are: bodies are JSON, never part of a page.</summary>
    public static readonly AdministrationJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}

/// <summary>How often the module may be asked.</summary>
internal static class AdministrationLimits
{
    /// <summary>Changes of settings by one caller: each answer may be kept for a day.</summary>
    public static readonly RateLimitPolicy Changes = new("administration", 60, TimeSpan.FromMinutes(1), RateLimitPartition.Caller);
}

/// <summary>A refusal in words, for the API page.</summary>
internal sealed record RefusalDocument(string Detail);

/// <summary>A refusal that lists faults, for the API page.</summary>
internal sealed record FaultsDocument(FaultDocument[] Detail);

/// <summary>A fault, for the API page.</summary>
internal sealed record FaultDocument(string[] Loc, string Msg, string Type);

/// <summary>What the module's routes have in common: pages, and refusals on the API page.</summary>
internal static class AdministrationAnswers
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    /// <summary>Reads <c>limit</c> and <c>offset</c>.</summary>
    public static (int Limit, long Offset) Page(this QueryReader query) =>
        (query.Limit(DefaultLimit, MaxLimit), query.OptionalInteger("offset", 0) ?? 0);

    public static RouteHandlerBuilder WithPage(this RouteHandlerBuilder route) => route
        .WithQueryParameter("limit", "At most so many, 1 to 1000; 100 when it is left out.")
        .WithQueryParameter("offset", "Leaves out so many at the beginning. X-Total-Count says how many there are.");

    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, int status, string example) =>
        route.Produces<RefusalDocument>(status).WithAnswerExample(status, example);

    public static RouteHandlerBuilder RefusesFields(this RouteHandlerBuilder route) => route
        .Produces<FaultsDocument>(StatusCodes.Status422UnprocessableEntity)
        .WithAnswerExample(422, """{"detail":[{"loc":["query","limit"],"msg":"Input should be greater than or equal to 1","type":"greater_than_equal"}]}""");

    public static TBuilder WithRefusals<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes
        .WithAnswerNote(StatusCodes.Status401Unauthorized, "Not signed in.")
        .WithAnswerNote(StatusCodes.Status403Forbidden, "The permission is missing. The refusal is written to the audit log.");
}
