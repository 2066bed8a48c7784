using Actors.Hosting.Commands;
using Actors.Specs.Tests.Auth;
using Actors.TestKit;

namespace Actors.Specs.Tests.EventsFace;

/// <summary>The events of events-face with real accounts, without and with a provider.</summary>
public sealed class ProviderEventTests
{
    private const string Path = "/api/events";

    [Fact]
    public async Task Without_a_provider_the_list_is_empty()
    {
        using var settings = new SiloSettings();
        await using var silo = await SiloProcess.StartAsync(settings);
        (await silo.Client.ReadAsync(Path)).Status.ShouldBe(401);
        var token = await TokenAsync(silo);
        foreach (var path in (string[])[Path, Path + "/", Path + "?status=all&ordering=-event_time"])
            (await silo.Client.ReadAsync(path, token)).Text.ShouldBe("""{"count":0,"next":null,"previous":null,"results":[]}""");
        (await silo.Client.PostAsync($"{Path}/{Guid.NewGuid()}/register", bearer: token)).Status.ShouldBe(404);
        (await silo.ClientFor("catalog").ReadAsync(Path, token)).Status.ShouldBe(404, "only the combined listener has it");

        var lines = new List<string>();
        (await CommandClient.TryRunAsync(settings.DataDir, "sync_events", [], lines.Add)).ShouldBe(1);
        lines.ShouldHaveSingleItem().ShouldContain("No events provider is configured");
    }

    [Fact]
    public async Task With_a_provider_the_command_fills_the_list()
    {
        await using var provider = await FakeUpstream.StartAsync();
        var time = TimeProvider.System.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd'T'18:00:00'Z'", System.Globalization.CultureInfo.InvariantCulture);
        provider.OnJson("/api/events/", $$"""
            {"next":null,"previous":null,"results":[{"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","name":"Концерт","place":{"id":"7c9e6679-7425-40de-944b-e07fc1f90ae8","name":"Сцена"},
             "event_time":"{{time}}","status":"open","changed_at":"2026-01-01T00:00:00Z"}]}
            """);
        using var settings = new SiloSettings(("EVENTS_PROVIDER_URL", provider.Address.ToString()), ("EVENTS_PROVIDER_API_KEY", "key"));
        await using var silo = await SiloProcess.StartAsync(settings);
        (await CommandClient.TryRunAsync(settings.DataDir, "sync_events", ["--all"], _ => { })).ShouldBe(0);

        var body = (await silo.Client.ReadAsync($"{Path}?search=КОНЦ", await TokenAsync(silo))).Body!;
        var only = body["results"]!.AsArray().ShouldHaveSingleItem()!;
        only["event_time"]!.GetValue<string>().ShouldBe(time);
        (only["venue_name"]!.GetValue<string>(), only["status"]!.GetValue<string>(), body["count"]!.GetValue<int>()).ShouldBe(("Сцена", "open", 1));
    }

    [Theory]
    [InlineData("EVENTS_PROVIDER_URL", "ftp://provider.example")]
    [InlineData("EVENTS_PROVIDER_URL", "http://provider.example")]
    [InlineData("NOTIFICATION_URL", "http://user:secret@notify.example")]
    [InlineData("NOTIFICATION_TOKEN", "two words")]
    public async Task Invalid_settings_stop_the_start(string name, string value)
    {
        using var settings = new SiloSettings((name, value));
        await using var silo = SiloProcess.Launch(settings);
        await silo.ExitedAsync();
        silo.ExitCode.ShouldNotBe(0);
        silo.Output.ShouldContain(name);
        silo.Output.ShouldNotContain("secret@");
    }

    private static async Task<string> TokenAsync(SiloProcess silo)
    {
        var made = await silo.Client.PostAsync("/api/auth/register", Face.Credentials(Face.NewName()));
        made.Status.ShouldBe(201, made.Text);
        return made.AccessToken;
    }
}
