using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Administration.Settings;
using Actors.Administration.Tests.Kit;
using Actors.Core.Administration;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Administration.Tests.Audit;

/// <summary>An acknowledged line is in the log, whenever the program crashes.</summary>
public sealed class LostNothingTests
{
    private const int Kills = 3;
    private const int Callers = 16;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_outbox_delivers_the_line_of_a_stored_action_after_a_restart(bool outbox)
    {
        await using var place = await TestPlace.CreateAsync("sqlite");
        await using (var module = await TestAdministration.StartAsync(place, also: FaultyRows.Add))
        {
            var commits = 0;
            module.Services.GetRequiredService<FaultyRows>().Before = () => ++commits == 1 ? Task.CompletedTask : throw FaultyRows.Away;
            await module.Grains.GetSettings().Set(new SettingChange("key", "new", "old", 1, null));
            await Waiting.UntilAsync("an attempt to write the line", () => Task.FromResult(commits > 1));
            (await module.CountAsync()).ShouldBe(0);
            if (!outbox) await module.Database.ExecuteAsync("DELETE FROM outbox");
        }

        await using var again = await TestAdministration.StartAsync(place);
        if (outbox)
        {
            await Waiting.UntilAsync("the line of the change", async () => await again.CountAsync() == 1);
            (await new Forger(again.Database).LinesAsync()).ShouldHaveSingleItem().Operation.ShouldBe("setting/key/1");
            return;
        }

        // Negative control: without the stored message, the change exists without its line.
        await again.Log.WriteAsync(AuditLine.Of(TimeProvider.System.GetUtcNow(), "marker", "marker"));
        (await again.Services.GetRequiredService<SettingStore>().FindAsync("key"))!.Text.ShouldBe("new");
        (await new Forger(again.Database).LinesAsync()).ShouldHaveSingleItem().Action.ShouldBe("marker");
    }

    [Fact]
    public async Task Acknowledged_denials_survive_kill_9()
    {
        using var settings = new SiloSettings();
        await using var silo = await SiloProcess.StartAsync(settings);
        var (admin, user) = (await RegisterAsync(silo, "admin"), await RegisterAsync(silo, "user"));
        (await RunAsync(settings, "roles", "admin@example.com", "admin")).ShouldBe(0);
        (await SendAsync(silo, admin, HttpMethod.Post, "/api/v1/settings/audit_denials_per_minute", """{"value":10000}"""))!.Value.Status.ShouldBe(200);
        var answered = new List<string>();

        for (var kill = 0; kill < Kills; kill++)
        {
            var enough = new TaskCompletionSource();
            var asking = Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
            {
                while (await SendAsync(silo, user, HttpMethod.Get, "/api/v1/audit/logs") is { Status: 403, RequestId: var id })
                {
                    lock (answered) answered.Add(id);
                    if (answered.Count > (kill + 1) * 200) enough.TrySetResult();
                }
            })).ToList();
            await enough.Task.Within("some refusals");
            await silo.KillAsync();
            await Task.WhenAll(asking);

            (await RunAsync(settings, "audit", "verify")).ShouldBe(0, "offline, after the kill");
            await silo.RestartAsync();
            (await RunAsync(settings, "audit", "verify")).ShouldBe(0, "in the program that goes on");
        }

        var known = new HashSet<string>();
        for (var offset = 0; await SendAsync(silo, admin, HttpMethod.Get, $"/api/v1/audit/logs?action=access.denied&limit=1000&offset={offset}") is { Status: 200, Body: JsonArray { Count: > 0 } page }; offset += 1000)
            known.UnionWith(page.Select(l => l!["request_id"]!.GetValue<string>()));
        answered.Except(known).ShouldBeEmpty();
    }

    private static async Task<string> RegisterAsync(SiloProcess silo, string name)
    {
        var person = new { email = $"{name}@example.com", password = TestSilo.Password };
        using var made = await silo.Client.PostAsJsonAsync("/auth/register", person);
        made.EnsureSuccessStatusCode();
        using var answer = await silo.Client.PostAsJsonAsync("/auth/login", person);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
    }

    // Null without a response.
    private static async Task<(int Status, string RequestId, JsonNode? Body)?> SendAsync(SiloProcess silo, string token, HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (json is not null) request.Content = new StringContent(json, null, "application/json");
        try
        {
            using var answer = await silo.Client.SendAsync(request);
            return ((int)answer.StatusCode, answer.Headers.GetValues("X-Request-ID").Single(), JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<int> RunAsync(SiloSettings settings, params string[] words)
    {
        await using var child = SiloProcess.Launch(settings, words);
        await child.ExitedAsync().Within("the command to end");
        return child.ExitCode;
    }
}
