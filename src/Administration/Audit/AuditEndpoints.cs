using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.Core.Accounts;
using Actors.Core.Administration;
using Actors.Web.Errors;
using Actors.Web.Identity;
using Actors.Web.Listeners;
using Actors.Web.Lists;
using Actors.Web.OpenApi;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Administration.Audit;

/// <summary><c>/api/v1/audit/logs</c>: the audit log, newest first.</summary>
internal static class AuditEndpoints
{
    public const string Prefix = "/api/v1/audit";

    public static void MapAudit(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Prefix).WithTags("audit").ForRoles(ListenerPlan.Combined).WithErrors(ErrorDialect.FastApi)
            .RequirePermission(Permissions.AuditRead).WithRefusals();
        group.MapGet("/logs", ListAsync).WithSummary("Audit log, newest first").WithPage()
            .WithQueryParameter("user_id", "Integer id of the acting account.")
            .WithQueryParameter("action", "Action, for example setting.changed.")
            .WithQueryParameter("object_type", "Type of the changed object.")
            .WithQueryParameter("object_id", "Id of the changed object.")
            .WithQueryParameter("request_id", "X-Request-ID of the request.")
            .WithQueryParameter("start_date", "First date or time, inclusive; without an offset it is in DEFAULT_TIMEZONE.")
            .WithQueryParameter("end_date", "Last date or time, inclusive.")
            .Produces<AuditLineAnswer[]>().WithAnswerExample(200, AuditLineAnswer.Example).RefusesFields();
    }

    private static async Task<IResult> ListAsync(HttpContext http, AuditStore store, AuditZone zone)
    {
        var query = new QueryReader(http);
        var filter = Filter(query, zone);
        if (!query.Ok) return ApiErrors.Result(query.Faults.ToError());
        var (page, total) = await store.FindAsync(filter, http.RequestAborted);
        Paging.SetTotal(http, total);
        return TypedResults.Json([.. page.Select(AuditLineAnswer.Of)], AdministrationJson.Readable.AuditLineAnswerArray);
    }

    private static AuditFilter Filter(QueryReader query, AuditZone zone)
    {
        var (limit, offset) = query.Page();
        return new AuditFilter(
            query.OptionalInteger("user_id"),
            query.OptionalText("action", AuditLine.MaxName),
            query.OptionalText("object_type", AuditLine.MaxName),
            query.OptionalText("object_id", AuditLine.MaxObjectId),
            query.OptionalText("request_id", AuditLine.MaxName),
            query.OptionalDateTimeText("start_date") is { } start ? zone.Start(start) : null,
            query.OptionalDateTimeText("end_date") is { } end ? zone.After(end) : null,
            limit, offset);
    }
}

/// <summary>The time zone of dates without an offset.</summary>
internal sealed record AuditZone(TimeZoneInfo Zone)
{
    private const int DayLength = 10;

    /// <summary>The instant of a date or time.</summary>
    public DateTimeOffset Start(DateTimeText date) => date.Instant ?? Local(date.Local);

    /// <summary>The first millisecond after a time, or after the whole day of a date.</summary>
    public DateTimeOffset After(DateTimeText date)
    {
        if (date is { Offset: null, Text.Length: DayLength } && date.Local < DateTime.MaxValue.AddDays(-1)) return Local(date.Local.AddDays(1));
        var moment = Start(date);
        return moment < DateTimeOffset.MaxValue.AddMilliseconds(-1) ? moment.AddMilliseconds(1) : moment;
    }

    // Clamps: near DateTime.MinValue and MaxValue the offset would overflow.
    private DateTimeOffset Local(DateTime clock)
    {
        var ticks = clock.Ticks - Zone.GetUtcOffset(clock).Ticks;
        return new DateTimeOffset(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }
}

/// <summary>An entry of the audit log (P10).</summary>
/// <param name="Id">Its number in the chain.</param>
/// <param name="UserId">The acting account; null for the program and for anonymous callers.</param>
/// <param name="Action">The action.</param>
/// <param name="ObjectType">The type of the changed object.</param>
/// <param name="ObjectId">The id of the changed object.</param>
/// <param name="Details">Further details.</param>
/// <param name="CreatedAt">The time of the action.</param>
/// <param name="RequestId">The request's id.</param>
internal sealed record AuditLineAnswer(
    long Id, long? UserId, string Action, string ObjectType, string? ObjectId, JsonNode? Details, DateTime CreatedAt, string? RequestId)
{
    public const string Example = """
        [{"id":7,"user_id":1,"action":"setting.changed","object_type":"setting","object_id":"audit_denials_per_minute","details":{"version":1,"old":"60","new":"100"},"created_at":"2026-03-02T09:00:00Z","request_id":"0HN7A1"}]
        """;

    public static AuditLineAnswer Of(ChainedLine line) => new(
        line.Number, line.UserId, line.Action, line.ObjectType, line.ObjectId, DetailsOf(line.Details),
        DateTimeOffset.FromUnixTimeMilliseconds(line.At).UtcDateTime, line.RequestId);

    // A row that was edited by hand may contain invalid JSON; it is returned as a string.
    private static JsonNode? DetailsOf(string? text)
    {
        try
        {
            return text is null ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
