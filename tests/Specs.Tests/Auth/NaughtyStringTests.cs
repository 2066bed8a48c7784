using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Specs.Tests.Auth;

/// <summary>S9 over HTTP: hostile texts as tokens never cause a 5xx and never appear in the log.</summary>
[Collection(AuthGroup.Name)]
public sealed class NaughtyStringTests(AuthSilo silo)
{
    private const string Corpus = "samples/corpora/blns.json";
    private const int AtOnce = 4;

    [SampleFact(Corpus)]
    public Task As_tokens() => EachAsync(async text =>
    {
        (await silo.All.PostAsync("/api/auth/token/refresh", new JsonObject { ["refresh"] = text })).Status.ShouldBeOneOf(400, 401);
        (await silo.Auth.PostAsync("/auth/refresh", cookie: Uri.EscapeDataString(text))).Status.ShouldBe(401);
        (await silo.Auth.AskAsync(HttpMethod.Delete, $"/auth/sessions/{Uri.EscapeDataString(text)}")).Status.ShouldBeOneOf(401, 404, 405, 400);
    });

    [Fact]
    public async Task Hostile_texts_write_no_log_line()
    {
        const string line = "\ninfo: Forged[0]\n      forged line\r\n";
        await silo.Auth.PostAsync("/auth/register", Asking.Credentials($"a{line}@example.com", line));
        await silo.All.PostAsync("/api/auth/register", Face($"name {Guid.NewGuid():N}{line}", line));
        await silo.All.PostAsync("/api/auth/login", Face($"name{line}", line));
        var email = await silo.Auth.RegisterAsync();
        await silo.Auth.LoginAsync(email, "a very particular wrong password");
        var log = silo.Silo.Output;
        log.ShouldNotContain("forged", Case.Insensitive);
        log.ShouldNotContain("particular");
        log.ShouldNotContain(email);
    }

    private static JsonObject Face(string name, string password) => new() { ["username"] = name, ["password"] = password };

    private static async Task EachAsync(Func<string, Task> ask)
    {
        var texts = JsonNode.Parse(await File.ReadAllTextAsync(SharedFolder.Combine(Corpus)))!.AsArray().Select(t => t!.ToString());
        await Parallel.ForEachAsync(texts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (text, _) => await ask(text));
    }
}
