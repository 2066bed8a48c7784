using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Tests.Provider.Registrations;

/// <summary>Registering for an event: accepted at once, decided by the provider, told once.</summary>
public sealed class RegistrationTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Soon = TimeProvider.System.GetUtcNow().AddDays(20);
    private readonly Guid concert = Guid.NewGuid();
    private FakeProvider provider = null!;
    private Face face = null!;

    private string Path => $"/api/events/{concert}/register";

    public async Task InitializeAsync()
    {
        provider = await FakeProvider.StartAsync();
        provider.Pages([FakeProvider.Event("Концерт", Soon, id: concert)]);
        provider.Opens(concert, "A1", "A2", "A3");
        face = await Face.StartAsync(provider);
        (await face.CommandAsync("--all")).Exit.ShouldBe(0);
    }

    public async Task DisposeAsync()
    {
        await face.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task It_is_accepted_at_once_then_confirmed_and_told_once()
    {
        var (status, accepted) = await PostAsync(new JsonObject { ["full_name"] = "Анна Каренина" });
        (status, accepted!["status"]!.GetValue<string>(), accepted["event_id"]!.GetValue<Guid>()).ShouldBe((202, "pending", concert));
        var decided = await DecidedAsync();
        decided["status"]!.GetValue<string>().ShouldBe("confirmed");
        decided["ticket_id"]!.GetValue<string>().ShouldBe($"ticket-{accepted["id"]}");

        var request = provider.Site.Requests.Where(r => r.Path == FakeProvider.RegisterPath(concert)).ShouldHaveSingleItem();
        var sent = JsonNode.Parse(request.Text)!;
        (sent["first_name"]!.GetValue<string>(), sent["last_name"]!.GetValue<string>(), sent["email"]!.GetValue<string>())
            .ShouldBe(("Анна", "Каренина", $"{KnownPeople.Anna:N}@example.com"));
        (request.Headers["x-api-key"], request.Headers["Idempotency-Key"]).ShouldBe((FakeProvider.Key, accepted["id"]!.GetValue<string>()));
        await provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        var told = provider.Site.Requests.Single(r => r.Path == FakeProvider.NotifyPath);
        told.Headers["Authorization"].ShouldBe($"Bearer {FakeProvider.Token}");
        JsonNode.Parse(told.Text)!["email"]!.GetValue<string>().ShouldBe($"{KnownPeople.Anna:N}@example.com");
        JsonNode.Parse(told.Text)!["owner_id"]!.GetValue<string>().ShouldBe("owner");

        (await PostAsync()).ShouldSatisfyAllConditions(again => again.Status.ShouldBe(200), again => again.Body!["id"]!.GetValue<string>().ShouldBe(accepted["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Fifty_at_once_are_one_registration()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => PostAsync()));
        answers.Select(a => a.Body!["id"]!.GetValue<string>()).Distinct().ShouldHaveSingleItem();
        await DecidedAsync();
        provider.Site.Count(FakeProvider.RegisterPath(concert)).ShouldBe(1);
        provider.Tickets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_sees_anothers()
    {
        await PostAsync();
        (await face.GetAsync(Path, KnownPeople.Boris)).Status.ShouldBe(404);
        (await face.GetAsync(Path)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Closed_and_past_events_take_nobody()
    {
        var (closed, past) = (Guid.NewGuid(), Guid.NewGuid());
        provider.Pages([FakeProvider.Event("Закрыто", Soon, "registration_closed", closed), FakeProvider.Event("Было", Soon.AddDays(-22), id: past)]);
        await face.CommandAsync("--all");
        (await face.SendAsync(HttpMethod.Post, $"/api/events/{closed}/register")).Status.ShouldBe(400);
        (await face.SendAsync(HttpMethod.Post, $"/api/events/{past}/register")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task The_accounts_address_wins_and_one_is_needed()
    {
        var foreign = new JsonObject { ["email"] = "victim@example.com" };
        await PostAsync(foreign);
        await DecidedAsync();
        provider.Site.Requests.ShouldAllBe(r => !r.Text.Contains("victim"));

        var (status, body) = await PostAsync(who: KnownPeople.Nameless);
        (status, body!.ToJsonString()).ShouldBe((400, """{"email":["This field is required."]}"""));
        (await PostAsync(new JsonObject { ["email"] = "a@b\r\nBcc: c@d" }, KnownPeople.Nameless)).Status.ShouldBe(400);
        (await PostAsync(new JsonObject { ["email"] = "own@example.com" }, KnownPeople.Nameless)).Status.ShouldBe(202);
    }

    [Theory]
    [InlineData(true, "confirmed")]
    [InlineData(false, "unclear")]
    public async Task A_lost_answer_makes_no_second_registration_and_only_the_provider_confirms(bool knowsKeys, string status)
    {
        provider.KnowsKeys = knowsKeys;
        provider.Site.OnSequence(FakeProvider.RegisterPath(concert), TakenButSilent, provider.RegisterAsync);
        await PostAsync();
        var decided = await DecidedAsync();
        decided["status"]!.GetValue<string>().ShouldBe(status);
        (decided["ticket_id"] is not null).ShouldBe(knowsKeys);
        (provider.Tickets.Count, provider.Site.Count(FakeProvider.RegisterPath(concert))).ShouldBe((1, 2));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(401)]
    public async Task A_provider_that_fails_is_asked_again(int status)
    {
        provider.Site.OnSequence(FakeProvider.RegisterPath(concert), context => FakeProvider.StatusAsync(context, status), provider.RegisterAsync);
        await PostAsync();
        (await DecidedAsync())["status"]!.GetValue<string>().ShouldBe("confirmed");
        provider.Tickets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_seat_that_another_took_meanwhile_is_replaced_by_another_one()
    {
        provider.Opens(concert, "A1", "A2");
        provider.Site.OnSequence(FakeProvider.RegisterPath(concert), AnotherIsFaster, provider.RegisterAsync);
        await PostAsync();
        var decided = await DecidedAsync();
        decided["status"]!.GetValue<string>().ShouldBe("confirmed");
        provider.Tickets.Values.Order().ShouldBe(new[] { "another", decided["id"]!.GetValue<string>() }.Order());
    }

    [Fact]
    public async Task A_seat_that_is_not_free_or_none_at_all_is_refused_and_told()
    {
        (await PostAsync(new JsonObject { ["seat"] = "Z9" })).Status.ShouldBe(202);
        (await DecidedAsync())["reason"]!.GetValue<string>().ShouldBe("The seat is taken.");
        await provider.Site.RequestedAsync(FakeProvider.NotifyPath);

        provider.Opens(concert);
        await PostAsync(who: KnownPeople.Boris);
        (await DecidedAsync(KnownPeople.Boris))["reason"]!.GetValue<string>().ShouldBe("No seat is free.");
        provider.Site.Count(FakeProvider.RegisterPath(concert)).ShouldBe(0);
    }

    [Fact]
    public async Task A_provider_without_seats_needs_none()
    {
        provider.Site.OnStatus($"/api/events/{concert}/seats", 404);
        await PostAsync();
        (await DecidedAsync())["status"]!.GetValue<string>().ShouldBe("confirmed");
        provider.Site.Requests.Single(r => r.Path == FakeProvider.RegisterPath(concert)).Text.ShouldNotContain("seat");
    }

    private Task<(int Status, JsonNode? Body)> PostAsync(JsonNode? body = null, Guid? who = null) => face.SendAsync(HttpMethod.Post, Path, who, body);

    private async Task<JsonNode> DecidedAsync(Guid? who = null)
    {
        JsonNode? found = null;
        await Waiting.UntilAsync("the provider's decision", async () =>
            (found = (await face.GetAsync(Path, who)).Body)?["status"]?.GetValue<string>() is not (null or "pending"));
        return found!;
    }

    private Task TakenButSilent(HttpContext context)
    {
        var request = provider.Site.Requests.Last(r => r.Path == FakeProvider.RegisterPath(concert));
        provider.Tickets[JsonNode.Parse(request.Text)!["seat"]!.GetValue<string>()] = request.Headers["Idempotency-Key"];
        context.Abort();
        return Task.CompletedTask;
    }

    private Task AnotherIsFaster(HttpContext context)
    {
        var request = provider.Site.Requests.Last(r => r.Path == FakeProvider.RegisterPath(concert));
        provider.Tickets[JsonNode.Parse(request.Text)!["seat"]!.GetValue<string>()] = "another";
        return FakeProvider.StatusAsync(context, 400);
    }
}
