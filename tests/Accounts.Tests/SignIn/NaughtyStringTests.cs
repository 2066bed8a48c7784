using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Accounts.Passwords;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.SignIn;

/// <summary>S9 on every text of these routes: hostile texts are refused or stored unchanged and cause no 5xx. Hashes are cheap here.</summary>
public sealed class NaughtyStringTests : IAsyncLifetime
{
    private const string Corpus = "samples/corpora/blns.json";
    private const string Password = "correct horse battery staple";
    private const int AtOnce = 4;
    private SiloHost _silo = null!;

    public async Task InitializeAsync() => _silo = await SiloHost.StartAsync(
        SiloApp.Create, also: builder => builder.Services.AddSingleton(new PasswordSettings { Iterations = 1000 }));

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [SampleFact(Corpus)]
    public Task Naughty_addresses() => EachAsync(async text =>
    {
        foreach (var email in new[] { text, $"{text}-{Guid.NewGuid():N}@example.com", $"a-{Guid.NewGuid():N}@{text}.example.com" })
        {
            var (status, body) = await PostAsync("/auth/register", "email", email, Password);
            status.ShouldBeOneOf(201, 422);
            if (status == 201) body!["email"]!.ToString().ShouldBe(email.Trim());
            (await PostAsync("/auth/login", "email", email, Password)).Status.ShouldBe(status == 201 ? 200 : 422, email);
        }
    });

    [SampleFact(Corpus)]
    public Task Naughty_usernames() => EachAsync(async text =>
    {
        var (status, body) = await PostAsync("/api/auth/register", "username", text, Password);
        status.ShouldBeOneOf(201, 400);
        var login = (await PostAsync("/api/auth/login", "username", text, Password)).Status;
        if (status == 201) login.ShouldBe(200, text);
        else if (body!["error"] is null) login.ShouldBeOneOf(400, 401);
    });

    [SampleFact(Corpus)]
    public Task Naughty_passwords() => EachAsync(async text =>
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        var made = (await PostAsync("/auth/register", "email", email, text)).Status;
        made.ShouldBeOneOf(201, 422);
        (await PostAsync("/auth/login", "email", email, text)).Status.ShouldBe(made == 201 ? 200 : text.Length == 0 ? 401 : 422, text);
    });

    [SampleFact(Corpus)]
    public async Task Naughty_user_agents()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        (await PostAsync("/auth/register", "email", email, Password)).Status.ShouldBe(201);
        await EachAsync(async text =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/login") { Content = JsonContent.Create(Body("email", email, Password)) };
            // Other texts cannot be sent as a header.
            if (text.Any(c => c is < ' ' or > '~')) return;
            request.Headers.TryAddWithoutValidation("User-Agent", text).ShouldBeTrue();
            using var answer = await _silo.Client.SendAsync(request);
            ((int)answer.StatusCode).ShouldBe(200);
        });
    }

    private static JsonObject Body(string field, string name, string password) => new() { [field] = name, ["password"] = password };

    private async Task<(int Status, JsonNode? Body)> PostAsync(string path, string field, string name, string password)
    {
        using var answer = await _silo.Client.PostAsJsonAsync(path, Body(field, name, password));
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonNode>());
    }

    private static async Task EachAsync(Func<string, Task> ask)
    {
        var texts = JsonNode.Parse(await File.ReadAllTextAsync(SharedFolder.Combine(Corpus)))!.AsArray().Select(t => t!.ToString());
        await Parallel.ForEachAsync(texts, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (text, _) => await ask(text));
    }
}
