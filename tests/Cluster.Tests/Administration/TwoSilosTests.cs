using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Actors.Cluster.Tests.Accounts.Kit;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;

namespace Actors.Cluster.Tests.Administration;

/// <summary>Settings and the audit log with two silos. One silo has the grains; each has its own cache and its own anchor.</summary>
public sealed class TwoSilosTests
{
    private const string Logs = "/api/v1/audit/logs";

    [ClusterFact]
    public async Task Both_silos_see_changes_and_detect_a_truncated_audit_log()
    {
        await using var cluster = await TestCluster.StartAsync(2);
        var silos = cluster.Silos;
        var admin = (await silos[0].RegisterAndSignInAsync("admin@example.com")).AccessToken;
        (await RunAsync(silos[1], "roles", "admin@example.com", "admin")).Exit.ShouldBe(0);

        foreach (var silo in silos)
        {
            (await AskAsync(silo, admin, HttpMethod.Post, "/api/v1/settings/audit_denials_per_minute", """{"value":"1"}""")).Status.ShouldBe(200);
            foreach (var other in silos) await CountsOneDenialAsync(other, admin);
            (await AskAsync(silo, admin, HttpMethod.Post, "/api/v1/settings/audit_denials_per_minute", """{"value":"100"}""")).Status.ShouldBe(200);
        }

        foreach (var silo in silos)
        {
            await Waiting.UntilAsync("the head to be anchored", async () => await AnchoredAsync(silo) == await LinesAsync(cluster));
            (await RunAsync(silo, "audit", "verify")).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(0), a => a.Said.ShouldContain("unchanged"));
        }

        await cluster.Servers.ExecuteAsync("""
            DELETE FROM audit_lines WHERE number = (SELECT MAX(number) FROM audit_lines);
            UPDATE audit_chain SET document = (SELECT json_build_object('Number', number, 'Hash', hash)::text FROM audit_lines ORDER BY number DESC LIMIT 1)
            """);
        foreach (var silo in silos)
        {
            (await RunAsync(silo, "audit", "verify")).Exit.ShouldBe(1);
            (await RunAsync(silo, "audit", "verify", "--unanchored")).Exit.ShouldBe(0, "without the anchor the truncation cannot be detected");
        }
    }

    // A new account is refused twice; a silo that already has the limit of one writes one line.
    private static Task CountsOneDenialAsync(SiloProcess silo, string admin)
    {
        var attempt = 0;
        return Waiting.UntilAsync("a silo to apply the new limit", async () =>
        {
            var user = (await silo.RegisterAndSignInAsync($"user-{silo.ProcessId}-{attempt++}-{Guid.NewGuid():N}@example.com")).AccessToken;
            (await AskAsync(silo, user, HttpMethod.Get, Logs)).Status.ShouldBe(403);
            var line = (await AskAsync(silo, admin, HttpMethod.Get, $"{Logs}?action=access.denied&limit=1")).Body![0]!;
            (await AskAsync(silo, user, HttpMethod.Get, Logs)).Status.ShouldBe(403);
            var all = (await AskAsync(silo, admin, HttpMethod.Get, $"{Logs}?action=access.denied&user_id={line["user_id"]}")).Body!;
            return all.AsArray().Count == 1;
        });
    }

    private static async Task<long> AnchoredAsync(SiloProcess silo)
    {
        var file = Path.Combine(silo.Settings.DataDir, "audit-head.json");
        return File.Exists(file) ? JsonNode.Parse(await File.ReadAllTextAsync(file))!["Previous"]!["Number"]!.GetValue<long>() : 0;
    }

    private static Task<long> LinesAsync(TestCluster cluster) => cluster.Servers.CountAsync("audit_lines");

    private static async Task<(int Status, JsonNode? Body)> AskAsync(SiloProcess silo, string token, HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (json is not null) request.Content = new StringContent(json, null, "application/json");
        using var answer = await silo.Client.SendAsync(request);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<(int Exit, string Said)> RunAsync(SiloProcess silo, params string[] words)
    {
        await using var command = SiloProcess.Launch(silo.Settings, words);
        await command.ExitedAsync().Within("the command to end");
        return (command.ExitCode, command.Output);
    }
}
