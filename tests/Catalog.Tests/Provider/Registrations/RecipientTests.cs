using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Provider.Registrations;

/// <summary>Limits on recipients of registrations, and hostile visitor texts.</summary>
public sealed class RecipientTests : IAsyncLifetime
{
    private const string Corpus = "samples/corpora/blns.json";
    private static readonly DateTimeOffset s_soon = TimeProvider.System.GetUtcNow().AddDays(20);
    private readonly Guid _concert = Guid.NewGuid();
    private FakeProvider _provider = null!;

    private string Path => $"/api/events/{_concert}/register";

    public async Task InitializeAsync()
    {
        _provider = await FakeProvider.StartAsync();
        _provider.Pages([FakeProvider.Event("Концерт", s_soon, id: _concert)]);
        _provider.Opens(_concert);
        _provider.Site.OnStatus($"/api/events/{_concert}/seats", 404);
        _provider.Site.On(FakeProvider.RegisterPath(_concert), context => FakeProvider.JsonAsync(context, new JsonObject { ["ticket_id"] = "t" }, 201));
    }

    public async Task DisposeAsync() => await _provider.DisposeAsync();

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, 15)]
    public async Task Recipient_limit_spans_accounts(bool limits, int taken)
    {
        await using var face = await StartedAsync(limits);
        var statuses = new List<int>();
        for (var n = 0; n < 15; n++)
            statuses.Add((await PostAsync(face, KnownPeople.NamelessNumber(n), n % 2 == 0 ? "victim@example.com" : $"Victim+{n}@example.com")).Status);
        statuses.Count(s => s == 202).ShouldBe(taken);
        statuses.Count(s => s == 429).ShouldBe(15 - taken);
        (await PostAsync(face, KnownPeople.NamelessNumber(0), "victim@example.com")).Status.ShouldBeOneOf(200, 202);
        (await PostAsync(face, KnownPeople.NamelessNumber(99), "another@example.com")).Status.ShouldBe(202);
    }

    [SampleFact(Corpus)]
    public async Task Naughty_strings_are_kept_or_refused()
    {
        await using var face = await StartedAsync(limits: false);
        var texts = JsonNode.Parse(await File.ReadAllTextAsync(SharedFolder.Combine(Corpus)))!.AsArray().Select(t => t!.ToString());
        await EachAsync(face, [.. texts, "\0", "a\0b", "\u202e", new string('я', 5000)]);
        (await AskRawAsync(face, """{"first_name":"\ud800","seat":"\udfff"}""")).ShouldBeOneOf(200, 202, 400);
        await Waiting.UntilAsync("every registration to be decided", async () =>
            (await face.Database.QueryAsync<long>("SELECT COUNT(*) FROM provider_registrations WHERE status = 0"))[0] == 0);
    }

    private async Task EachAsync(Face face, IReadOnlyList<string> texts)
    {
        await Parallel.ForEachAsync(texts.Index(), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (one, _) =>
        {
            var text = one.Item;
            var named = new JsonObject { ["first_name"] = text, ["last_name"] = text, ["seat"] = text };
            (await face.SendAsync(HttpMethod.Post, Path, new Guid($"44444444-0000-4000-8000-{one.Index:D12}"), named)).Status.ShouldBeOneOf(200, 202, 400);
            await PostAsync(face, new Guid($"33333333-1111-4000-8000-{one.Index:D12}"), text, text);
        });
    }

    private async Task<(int Status, JsonNode? Body)> PostAsync(Face face, Guid who, string email, string? name = null)
    {
        var answer = await face.SendAsync(HttpMethod.Post, Path, who, new JsonObject { ["email"] = email, ["full_name"] = name });
        answer.Status.ShouldBeOneOf(200, 202, 400, 429);
        return answer;
    }

    private async Task<int> AskRawAsync(Face face, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Path, UriKind.Relative))
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new("Bearer", KnownPeople.Anna.ToString());
        using var answer = await face.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private async Task<Face> StartedAsync(bool limits)
    {
        var face = await Face.StartAsync(_provider, limits: limits);
        (await face.CommandAsync("--all")).Exit.ShouldBe(0);
        return face;
    }
}
