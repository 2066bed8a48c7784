using System.Text;
using Actors.TestKit;

namespace Actors.Specs.Tests.Moving;

/// <summary>An imported store answers requests, reports that it is held, and sends nothing before <c>release</c>.</summary>
public sealed class HeldTests : IDisposable
{
    private const string Password = "correct horse battery", NewPassword = "another horse battery";
    private readonly TempFolder _folder = new("held");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_held_letter_is_sent_once_after_the_release()
    {
        using var original = new SiloSettings();
        using var copy = new SiloSettings();
        var file = _folder.Combine("all.jsonl");
        await RunAsync(original, "hold");
        await using (var silo = await SiloProcess.StartAsync(original))
        {
            await PostAsync(silo, "/auth/register", $$"""{"email":"mover@example.com","password":"{{Password}}"}""");
            await PostAsync(silo, "/auth/change-password", $$"""{"email":"mover@example.com","password":"{{Password}}","newPassword":"{{NewPassword}}"}""");
            await silo.StopAsync();
        }

        await RunAsync(original, "export", file);
        (await RunAsync(copy, "import", file)).ShouldContain("held");

        await using var held = await SiloProcess.StartAsync(copy);
        (await held.Client.GetStringAsync(new Uri("/health", UriKind.Relative))).ShouldBe("""{"status":"ok","service":"gateway","held":true}""");
        held.Output.ShouldContain("The store is held");
        await PostAsync(held, "/auth/login", $$"""{"email":"mover@example.com","password":"{{NewPassword}}"}""");
        Letters(original).ShouldBeEmpty();
        Letters(copy).ShouldBeEmpty();

        (await RunAsync(copy, "release")).ShouldContain("The store is released.");

        await Waiting.UntilAsync("the letter", () => Task.FromResult(Letters(copy).Length > 0));
        (await held.Client.GetStringAsync(new Uri("/health", UriKind.Relative))).ShouldBe("""{"status":"ok","service":"gateway"}""");
        await held.StopAsync();
        Letters(copy).ShouldHaveSingleItem();
        (await RunAsync(copy, "release")).ShouldContain("The store was not held.");
    }

    private static string[] Letters(SiloSettings settings)
    {
        var folder = Path.Combine(settings.DataDir, "outbox");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [];
    }

    private static async Task PostAsync(SiloProcess silo, string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await silo.Client.PostAsync(new Uri(path, UriKind.Relative), body);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private static async Task<string> RunAsync(SiloSettings settings, params string[] command)
    {
        await using var process = SiloProcess.Launch(settings, command);
        await process.ExitedAsync();
        process.ExitCode.ShouldBe(0, process.Output);
        return process.Output;
    }
}
