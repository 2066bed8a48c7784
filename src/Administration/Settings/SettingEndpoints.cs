using System.Text.Json;
using Actors.Core.Accounts;
using Actors.Core.Administration;
using Actors.Web.Errors;
using Actors.Web.Idempotency;
using Actors.Web.Identity;
using Actors.Web.Listeners;
using Actors.Web.Lists;
using Actors.Web.OpenApi;
using Actors.Web.RateLimiting;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Administration.Settings;

/// <summary><c>/api/v1/settings</c>: runtime settings.</summary>
internal static class SettingEndpoints
{
    public const string Prefix = "/api/v1/settings";

    private static readonly string[] s_types = ["string", "number", "bool", "json"];

    private static readonly ApiError s_unknown = new(StatusCodes.Status404NotFound, "Setting not found");

    public static void MapSettings(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Prefix).WithTags("settings").ForRoles(ListenerPlan.Combined).WithErrors(ErrorDialect.FastApi)
            .RequirePermission(Permissions.SettingsManage).WithRefusals();
        group.MapGet("/", ListAsync).WithSummary("All settings with their current values")
            .Produces<SettingAnswer[]>().WithAnswerExample(200, $"[{SettingAnswer.Example}]");
        group.MapGet("/{key}", GetAsync).WithSummary("One setting")
            .Produces<SettingAnswer>().WithAnswerExample(200, SettingAnswer.Example).Refuses(404, SettingAnswer.Unknown);
        group.MapPost("/{key}", SetAsync).WithSummary("Change a setting")
            .WithDescription("The value may be text, as in the response of GET, or JSON. The change is durable before the response.")
            .WithRequestBody(typeof(SettingBody), SettingBody.Example)
            .Produces<SettingAnswer>().WithAnswerExample(200, SettingAnswer.Example).Refuses(404, SettingAnswer.Unknown).RefusesFields()
            .LimitedBy(AdministrationLimits.Changes).Idempotent();
        group.MapGet("/{key}/history", HistoryAsync).WithSummary("History of a setting, newest first").WithPage()
            .Produces<SettingVersionAnswer[]>().WithAnswerExample(200, SettingVersionAnswer.Example).Refuses(404, SettingAnswer.Unknown).RefusesFields();
    }

    // Reads the rows, not this silo's snapshot, to include the latest changes of other silos.
    private static async Task<IResult> ListAsync(HttpContext http, SettingValues values, SettingStore store)
    {
        var stored = (await store.AllAsync(http.RequestAborted)).ToDictionary(s => s.Key, StringComparer.Ordinal);
        Paging.SetTotal(http, values.Declared.Count);
        SettingAnswer[] all = [.. values.Declared.Values.Select(s => SettingAnswer.Of(s, stored.GetValueOrDefault(s.Key)))];
        return TypedResults.Json(all, AdministrationJson.Readable.SettingAnswerArray);
    }

    private static async Task<IResult> GetAsync(string key, HttpContext http, SettingValues values, SettingStore store) =>
        values.Declared.TryGetValue(key, out var setting)
            ? Answer(setting, await store.FindAsync(key, http.RequestAborted))
            : ApiErrors.Result(s_unknown);

    private static async Task<IResult> SetAsync(string key, HttpContext http, SettingValues values, IGrainFactory grains)
    {
        if (!values.Declared.TryGetValue(key, out var setting)) return ApiErrors.Result(s_unknown);
        var read = await JsonBody.ReadAsync(http, cancellationToken: http.RequestAborted);
        if (!read.Ok) return ApiErrors.Result(read.Error);
        var body = new FieldReader(read.Root, "body");
        var reading = Read(body, setting);
        if (!body.Ok) return ApiErrors.Result(body.Faults.ToError());
        var stored = await grains.GetSettings().Set(new SettingChange(key, reading.Canonical, setting.DefaultText, http.GetCaller().Number, http.TraceIdentifier));
        values.Apply([stored]);
        return Answer(setting, stored);
    }

    private static async Task<IResult> HistoryAsync(string key, HttpContext http, SettingValues values, SettingStore store)
    {
        if (!values.Declared.ContainsKey(key)) return ApiErrors.Result(s_unknown);
        var query = new QueryReader(http);
        var (limit, offset) = query.Page();
        if (!query.Ok) return ApiErrors.Result(query.Faults.ToError());
        var (page, total) = await store.HistoryAsync(key, limit, offset, http.RequestAborted);
        Paging.SetTotal(http, total);
        return TypedResults.Json([.. page.Select(SettingVersionAnswer.Of)], AdministrationJson.Readable.SettingVersionAnswerArray);
    }

    private static SettingReading Read(FieldReader body, Setting setting)
    {
        var value = body.Raw("value");
        if (value.ValueKind is JsonValueKind.Undefined) body.Refuse("value", "Field required", "missing");
        if (body.Has("type") && body.OneOf("type", s_types) is { Length: > 0 } type && s_types.Contains(type) && type != setting.Type)
            body.Refuse("type", $"Value error, this setting is of type {setting.Type}", "value_error");
        if (!body.Ok) return default;
        var reading = setting.Read(value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText());
        if (reading.Fault is not null) body.Refuse("value", $"Value error, the value {reading.Fault}", "value_error");
        return reading;
    }

    private static IResult Answer(Setting setting, StoredSetting? stored) =>
        TypedResults.Json(SettingAnswer.Of(setting, stored), AdministrationJson.Readable.SettingAnswer);
}
