using Actors.Administration.Tests.Kit;
using Actors.Core.Administration;
using Actors.Persistence;
using Actors.TestKit;

namespace Actors.Administration.Tests.Settings;

public sealed class SettingEndpointTests : IAsyncLifetime
{
    private const string Denials = "/api/v1/settings/audit_denials_per_minute";

    private TestSilo _silo = null!;

    public async Task InitializeAsync() => _silo = await TestSilo.StartAsync(also: builder => builder.Services
        .AddSetting(Setting.Flag("flag", false, "On or off"))
        .AddSetting(Setting.Json("plans", new Dictionary<string, int> { ["free"] = 0 }, StoredJson.TypeInfo<Dictionary<string, int>>(), _ => null, "Prices")));

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task The_list_has_every_setting_in_the_documented_format()
    {
        foreach (var path in new[] { "/api/v1/settings", "/api/v1/settings/" })
        {
            var (status, body, answer) = await _silo.SendAsync(HttpMethod.Get, path, _silo.Admin);

            status.ShouldBe(200);
            answer.Headers.GetValues("X-Total-Count").ShouldBe([$"{body!.AsArray().Count}"]);
            body.AsArray().Select(s => s!["key"]!.GetValue<string>()).ShouldBe(["audit_denials_per_minute", "flag", "plans"]);
            body[0]!.AsObject().Select(m => m.Key).ShouldBe(["key", "value", "type", "default", "description", "version", "updated_at", "updated_by"]);
            body.AsArray().Select(s => s!["value"]!.GetValue<string>()).ShouldBe(["60", "false", """{"free":0}"""]);
            body.AsArray().Select(s => s!["type"]!.GetValue<string>()).ShouldBe(["number", "bool", "json"]);
        }
    }

    [Fact]
    public async Task A_change_takes_effect_at_once_and_has_a_history()
    {
        var (status, body, _) = await _silo.SendAsync(HttpMethod.Post, Denials, _silo.Admin, """{"value":"100","type":"number"}""");
        status.ShouldBe(200);
        (body!["value"]!.GetValue<string>(), body["version"]!.GetValue<long>(), body["updated_by"]!.GetValue<long>()).ShouldBe(("100", 1, 1));
        (await _silo.SendAsync(HttpMethod.Get, Denials, _silo.Admin)).Body!.ToJsonString().ShouldBe(body.ToJsonString());

        (await _silo.SendAsync(HttpMethod.Post, Denials, _silo.Admin, """{"value":7}""")).Status.ShouldBe(200);
        var history = await _silo.GetAsync($"{Denials}/history");
        history.Select(c => $"{c!["version"]}: {c["old_value"]} {c["new_value"]} by {c["changed_by"]}").ShouldBe(["2: 100 7 by 1", "1: 60 100 by 1"]);
        (await _silo.GetAsync($"{Denials}/history?limit=1&offset=1")).ShouldHaveSingleItem()!["version"]!.GetValue<long>().ShouldBe(1);
        await Waiting.UntilAsync("two audit lines", async () => (await _silo.GetAsync("/api/v1/audit/logs?action=setting.changed")).Count == 2);
    }

    [Fact]
    public async Task A_value_may_be_text_or_JSON()
    {
        foreach (var (key, json, value) in new[]
        {
            ("flag", """{"value":true}""", "true"),
            ("flag", """{"value":"True","type":"bool"}""", "true"),
            ("plans", """{"value":{"week":450}}""", """{"week":450}"""),
            ("plans", """{"value":"{\"week\": 450}","type":"json"}""", """{"week":450}"""),
        })
        {
            var (status, body, _) = await _silo.SendAsync(HttpMethod.Post, $"/api/v1/settings/{key}", _silo.Admin, json);

            status.ShouldBe(200);
            body!["value"]!.GetValue<string>().ShouldBe(value);
        }
    }

    [Fact]
    public async Task Invalid_input_is_refused_in_the_FastAPI_format()
    {
        foreach (var (json, field) in new (string, string?)[]
        {
            ("""{"value":"0"}""", "value"),
            ("""{"value":"many"}""", "value"),
            ("""{"value":null}""", "value"),
            ("""{"value":{}}""", "value"),
            ("""{}""", "value"),
            ("""{"value":"1","type":"bool"}""", "type"),
            ("""{"value":"1","type":"money"}""", "type"),
            ("""{"value":"1","type":1}""", "type"),
            ("""[]""", null),
            ("""{"value":""", null),
        })
        {
            var (status, body, _) = await _silo.SendAsync(HttpMethod.Post, Denials, _silo.Admin, json);

            status.ShouldBe(422);
            var fault = body!["detail"]!.AsArray()[0]!;
            if (field is not null) fault["loc"]!.ToJsonString().ShouldBe($"""["body","{field}"]""");
            fault["msg"]!.GetValue<string>().ShouldNotBeEmpty();
            (await _silo.SendAsync(HttpMethod.Get, Denials, _silo.Admin)).Body!["version"]!.GetValue<long>().ShouldBe(0);
        }
    }

    [Fact]
    public async Task An_unknown_setting_is_404()
    {
        foreach (var (method, key) in new[]
        {
            ("GET", "nothing"),
            ("POST", "nothing"),
            ("GET", "nothing/history"),
            ("GET", "%F0%9F%92%A9"),
        })
        {
            var (status, body, _) = await _silo.SendAsync(new HttpMethod(method), $"/api/v1/settings/{key}", _silo.Admin, method == "POST" ? """{"value":"1"}""" : null);

            status.ShouldBe(404);
            body!["detail"]!.GetValue<string>().ShouldBe("Setting not found");
        }
    }

    [Fact]
    public async Task Only_administrators_see_and_change_settings()
    {
        foreach (var (method, path, json) in new[] { ("GET", "/api/v1/settings", null), ("GET", Denials, null), ("POST", Denials, """{"value":"1"}"""), ("GET", $"{Denials}/history", null) })
        {
            (await _silo.SendAsync(new HttpMethod(method), path, null, json)).Status.ShouldBe(401);
            var (status, body, _) = await _silo.SendAsync(new HttpMethod(method), path, _silo.User, json);
            status.ShouldBe(403);
            body!.ToJsonString().ShouldBe("""{"detail":"Not enough permissions"}""");
        }
    }
}
