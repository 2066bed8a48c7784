using System.Text.Json.Nodes;
using Actors.Specs.Tests.EventsPlatform;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Specs.Tests.Auth;

/// <summary>S9 on these routes: hostile texts are refused or kept as they are, never a fault of ours, and write no line of the log.</summary>
[Collection(AuthGroup.Name)]
public sealed class NaughtyStringTests(AuthSilo silo, ITestOutputHelper output)
{
    private const string Corpus = "samples/corpora/blns.json";
    private const int AtOnce = 4;

    [SampleFact(Corpus)]
    public Task As_addresses() => EachAsync(async (text, number) =>
    {
        var plain = await silo.Auth.PostAsync("/auth/register", Asking.Credentials(text));
        plain.Status.ShouldBeOneOf(422, 201, 400);
        var email = $"{text}{number}-{Guid.NewGuid():N}@example.com";
        var made = await silo.Auth.PostAsync("/auth/register", Asking.Credentials(email));
        made.Status.ShouldBeOneOf(422, 201);
        if (made.Status == 201) made.Body.Text("email").ShouldBe(email.Trim());
    });

    [SampleFact(Corpus)]
    public Task As_usernames() => EachAsync(async (text, _) =>
    {
        var made = await silo.All.PostAsync("/api/auth/register", Face(text, Asking.Password));
        made.Status.ShouldBeOneOf(400, 201);
        var login = await silo.All.PostAsync("/api/auth/login", Face(text, Asking.Password));
        if (made.Status == 201) login.Status.ShouldBe(200);
        else login.Status.ShouldBeOneOf(400, 401, 200);
    }, every: 3);

    [SampleFact(Corpus)]
    public Task As_passwords() => EachAsync(async (text, _) =>
    {
        var email = Asking.NewEmail();
        var made = await silo.Auth.PostAsync("/auth/register", Asking.Credentials(email, text));
        made.Status.ShouldBeOneOf(422, 201);
        if (made.Status == 201) (await silo.Auth.LoginAsync(email, text)).Status.ShouldBe(200);
    }, every: 3);

    [SampleFact(Corpus)]
    public Task As_tokens() => EachAsync(async (text, _) =>
    {
        (await silo.All.PostAsync("/api/auth/token/refresh", new JsonObject { ["refresh"] = text })).Status.ShouldBeOneOf(400, 401);
        (await silo.Auth.PostAsync("/auth/refresh", cookie: Uri.EscapeDataString(text))).Status.ShouldBe(401);
        (await silo.Auth.AskAsync(HttpMethod.Delete, $"/auth/sessions/{Uri.EscapeDataString(text)}")).Status.ShouldBeOneOf(401, 404, 405, 400);
    });

    [Fact]
    public async Task Nobody_writes_a_line_of_the_log()
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

    // A hash each takes its time: of the texts that cost one, every third is tried, beginning by chance.
    private async Task EachAsync(Func<string, int, Task> ask, int every = 1)
    {
        var first = SeededRandom.Create(output).Next(every);
        var texts = JsonNode.Parse(await File.ReadAllTextAsync(SharedFolder.Combine(Corpus)))!.AsArray().Select(t => t!.ToString())
            .Select((text, number) => (text, number)).Where(t => t.number % every == first);
        await Parallel.ForEachAsync(texts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (t, _) => await ask(t.text, t.number));
    }
}
