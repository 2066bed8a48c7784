using System.Text.Json.Nodes;
using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Provider.Lists;

/// <summary><c>GET /api/events</c> and one event.</summary>
public sealed class ProviderEventListTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_soon = TimeProvider.System.GetUtcNow().AddDays(10);
    private Face _face = null!;

    public async Task InitializeAsync() => _face = await Face.StartAsync();

    public async Task DisposeAsync() => await _face.DisposeAsync();

    [Fact]
    public async Task Without_provider_the_list_is_empty()
    {
        var (status, body) = await _face.GetAsync("/api/events");
        status.ShouldBe(200);
        body!.ToJsonString().ShouldBe("""{"count":0,"next":null,"previous":null,"results":[]}""");
        (await _face.GetAsync($"/api/events/{Guid.NewGuid()}")).Status.ShouldBe(404);
        var (exit, output) = await _face.CommandAsync("--all");
        exit.ShouldBe(1);
        output.ShouldContain("No events provider is configured");
    }

    [Theory]
    [InlineData("/api/events")]
    [InlineData("/api/events/")]
    public async Task List_needs_a_token(string path)
    {
        using var answer = await _face.Client.GetAsync(new Uri(path, UriKind.Relative));
        ((int)answer.StatusCode, answer.Headers.WwwAuthenticate.ToString()).ShouldBe((401, "Bearer"));
        JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["detail"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Pages_link_through_the_whole_list()
    {
        var events = Enumerable.Range(0, 23).Select(n => Event($"Концерт {n:00}", s_soon.AddHours(n))).ToArray();
        await _face.OfferAsync(events);
        var names = new List<string>();
        var path = "/api/events/?ordering=event_time&search=концерт";
        for (string? next = path; next is not null;)
        {
            var (status, body) = await _face.GetAsync(next);
            status.ShouldBe(200);
            body!["count"]!.GetValue<long>().ShouldBe(23);
            names.AddRange(body["results"]!.AsArray().Select(e => e!["name"]!.GetValue<string>()));
            if (body["next"]?.GetValue<string>() is { } link) link.ShouldStartWith(_face.Client.BaseAddress!.ToString());
            next = body["next"] is { } found ? new Uri(found.GetValue<string>()).PathAndQuery : null;
        }

        names.ShouldBe(events.Select(e => e.Name));
        var last = (await _face.GetAsync("/api/events?page=last&ordering=-event_time")).Body!;
        last["results"]!.AsArray().Select(e => e!["name"]!.GetValue<string>()).ShouldBe(["Концерт 02", "Концерт 01", "Концерт 00"]);
        last["next"].ShouldBeNull();
        last["previous"]!.GetValue<string>().ShouldEndWith("page=2");
        ((await _face.GetAsync("/api/events?page=2")).Body!["previous"]!.GetValue<string>()).ShouldNotContain("page");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("two")]
    [InlineData("2")]
    [InlineData("1.0")]
    [InlineData("99999999999999999999")]
    public async Task Missing_page_is_reported(string page)
    {
        await _face.OfferAsync(Event("Один", s_soon));
        var (status, body) = await _face.GetAsync($"/api/events?page={page}");
        (status, body!.ToJsonString()).ShouldBe((404, """{"detail":"Invalid page."}"""));
    }

    [Fact]
    public async Task Only_open_events_by_default()
    {
        await _face.OfferAsync(Event("Открыто", s_soon), Event("Закрыто", s_soon, open: false));
        (await NamesAsync("")).ShouldBe(["Открыто"]);
        (await NamesAsync("?status=open")).ShouldBe(["Открыто"]);
        (await NamesAsync("?status=closed")).ShouldBe(["Закрыто"]);
        (await NamesAsync("?status=all")).Count.ShouldBe(2);
        (await _face.GetAsync("/api/events?status=unknown")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Names_are_found_by_exact_and_partial_match()
    {
        await _face.OfferAsync(Event("Ёлка и ЩЕЛКУНЧИК", s_soon), Event("Щелкунчик", s_soon), Event("100% джаз", s_soon), Event("a_b", s_soon), Event("axb", s_soon), Event("it's", s_soon), Event("back\\slash", s_soon));
        (await NamesAsync("?search=щелкун")).Count.ShouldBe(2);
        (await NamesAsync("?search=ЁЛКА")).ShouldBe(["Ёлка и ЩЕЛКУНЧИК"]);
        (await NamesAsync("?name=Щелкунчик")).ShouldBe(["Щелкунчик"]);
        (await NamesAsync("?name=щелкунчик")).ShouldBeEmpty();
        (await NamesAsync("?search=%25")).ShouldBe(["100% джаз"]);
        (await NamesAsync("?search=_")).ShouldBe(["a_b"]);
        (await NamesAsync("?search=%27")).ShouldBe(["it's"]);
        (await NamesAsync("?search=%5C")).ShouldBe(["back\\slash"]);
        (await NamesAsync("?search=%27%20OR%201%3D1--")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Event_has_the_documented_fields()
    {
        var id = Guid.NewGuid();
        await _face.OfferAsync(new ProviderEvent(id, "Концерт", new(2031, 9, 1, 18, 0, 0, TimeSpan.FromHours(3)), true, null, null, new(null, "Сцена", "Москва", "Тверская")));
        var (status, body) = await _face.GetAsync($"/api/events/{id}/");
        status.ShouldBe(200);
        body!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).ShouldBe(
            $$"""{"id":"{{id}}","name":"Концерт","event_time":"2031-09-01T18:00:00+03:00","status":"open","venue_name":"Сцена","venue":{"id":null,"name":"Сцена","city":"Москва","address":"Тверская"},"registration_deadline":null}""");
    }

    [Fact]
    public async Task Missing_events_leave_nothing_behind()
    {
        await _face.AwakeAsync();
        using var activations = new ActivationCount(_face.Services);
        for (var i = 0; i < 200; i++)
        {
            (await _face.GetAsync($"/api/events/{Guid.NewGuid()}")).Status.ShouldBe(404);
            (await _face.GetAsync($"/api/events/{Guid.NewGuid()}/register")).Status.ShouldBe(404);
            (await _face.SendAsync(HttpMethod.Post, $"/api/events/{Guid.NewGuid()}/register")).Status.ShouldBe(404);
        }

        (await _face.Database.QueryAsync<long>("SELECT (SELECT COUNT(*) FROM provider_events) + (SELECT COUNT(*) FROM provider_registrations)"))[0].ShouldBe(0);
        activations.Alive.ShouldBeLessThan(10);
    }

    [SampleFact("samples/corpora/blns.json")]
    public async Task Naughty_strings_are_plain_text()
    {
        foreach (var text in JsonNode.Parse(await File.ReadAllTextAsync(Samples.Path("corpora/blns.json")))!.AsArray().Select(n => n!.GetValue<string>()))
        {
            var escaped = Uri.EscapeDataString(text);
            foreach (var name in (string[])["name", "search", "status", "ordering", "page"])
                (await _face.GetAsync($"/api/events?{name}={escaped}")).Status.ShouldBeOneOf(200, 400, 404);
        }
    }

    private async Task<List<string>> NamesAsync(string query)
    {
        var (status, body) = await _face.GetAsync("/api/events" + query);
        status.ShouldBe(200, query);
        return [.. body!["results"]!.AsArray().Select(e => e!["name"]!.GetValue<string>())];
    }

    private static ProviderEvent Event(string name, DateTimeOffset time, bool open = true) =>
        new(Guid.NewGuid(), name, time, open, null, null, new(null, "Сцена"));
}
