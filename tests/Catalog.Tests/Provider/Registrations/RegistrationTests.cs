using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Tests.Provider.Registrations;

/// <summary>Registrations are accepted at once, decided by the provider and announced once.</summary>
public sealed class RegistrationTests : IAsyncLifetime
{
    private Concert _concert = null!;

    private FakeProvider Provider => _concert.Provider;

    public async Task InitializeAsync() => _concert = await Concert.StartAsync("A1", "A2", "A3");

    public async Task DisposeAsync() => await _concert.DisposeAsync();

    [Fact]
    public async Task Registration_is_accepted_confirmed_and_announced_once()
    {
        var (status, accepted) = await _concert.PostAsync(new JsonObject { ["full_name"] = "Анна Каренина" });
        (status, accepted!["status"]!.GetValue<string>(), accepted["event_id"]!.GetValue<Guid>()).ShouldBe((202, "pending", _concert.Id));
        var decided = await _concert.DecidedAsync();
        decided["status"]!.GetValue<string>().ShouldBe("confirmed");
        decided["ticket_id"]!.GetValue<string>().ShouldBe($"ticket-{accepted["id"]}");

        var request = Provider.Site.Requests.Where(r => r.Path == FakeProvider.RegisterPath(_concert.Id)).ShouldHaveSingleItem();
        var sent = JsonNode.Parse(request.Text)!;
        (sent["first_name"]!.GetValue<string>(), sent["last_name"]!.GetValue<string>(), sent["email"]!.GetValue<string>())
            .ShouldBe(("Анна", "Каренина", $"{KnownPeople.Anna:N}@example.com"));
        (request.Headers["x-api-key"], request.Headers["Idempotency-Key"]).ShouldBe((FakeProvider.Key, accepted["id"]!.GetValue<string>()));
        await Provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        var told = Provider.Site.Requests.Single(r => r.Path == FakeProvider.NotifyPath);
        told.Headers["Authorization"].ShouldBe($"Bearer {FakeProvider.Token}");
        JsonNode.Parse(told.Text)!["email"]!.GetValue<string>().ShouldBe($"{KnownPeople.Anna:N}@example.com");
        JsonNode.Parse(told.Text)!["owner_id"]!.GetValue<string>().ShouldBe("owner");

        (await _concert.PostAsync()).ShouldSatisfyAllConditions(again => again.Status.ShouldBe(200), again => again.Body!["id"]!.GetValue<string>().ShouldBe(accepted["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Parallel_requests_are_one_registration()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _concert.PostAsync()));
        answers.Select(a => a.Body!["id"]!.GetValue<string>()).Distinct().ShouldHaveSingleItem();
        await _concert.DecidedAsync();
        _concert.Asked.ShouldBe(1);
        Provider.Tickets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Registration_is_visible_only_to_its_owner()
    {
        await _concert.PostAsync();
        (await _concert.GetAsync(KnownPeople.Boris)).Status.ShouldBe(404);
        (await _concert.GetAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Closed_and_past_events_refuse_visitors()
    {
        var (closed, past) = (Guid.NewGuid(), Guid.NewGuid());
        Provider.Pages([FakeProvider.Event("Закрыто", Concert.Soon, "registration_closed", closed), FakeProvider.Event("Было", Concert.Soon.AddDays(-22), id: past)]);
        await _concert.Face.CommandAsync("--all");
        (await _concert.Face.SendAsync(HttpMethod.Post, $"/api/events/{closed}/register")).Status.ShouldBe(400);
        (await _concert.Face.SendAsync(HttpMethod.Post, $"/api/events/{past}/register")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Account_address_wins_and_an_address_is_required()
    {
        var foreign = new JsonObject { ["email"] = "victim@example.com" };
        await _concert.PostAsync(foreign);
        await _concert.DecidedAsync();
        Provider.Site.Requests.ShouldAllBe(r => !r.Text.Contains("victim"));

        var (status, body) = await _concert.PostAsync(who: KnownPeople.Nameless);
        (status, body!.ToJsonString()).ShouldBe((400, """{"email":["This field is required."]}"""));
        (await _concert.PostAsync(new JsonObject { ["email"] = "a@b\r\nBcc: c@d" }, KnownPeople.Nameless)).Status.ShouldBe(400);
        (await _concert.PostAsync(new JsonObject { ["email"] = "own@example.com" }, KnownPeople.Nameless)).Status.ShouldBe(202);
    }

    [Theory]
    [InlineData(true, "confirmed")]
    [InlineData(false, "unclear")]
    public async Task Lost_response_makes_no_second_registration(bool knowsKeys, string status)
    {
        Provider.KnowsKeys = knowsKeys;
        Provider.Site.OnSequence(FakeProvider.RegisterPath(_concert.Id), TakenButSilent, Provider.RegisterAsync);
        await _concert.PostAsync();
        var decided = await _concert.DecidedAsync();
        decided["status"]!.GetValue<string>().ShouldBe(status);
        (decided["ticket_id"] is not null).ShouldBe(knowsKeys);
        (Provider.Tickets.Count, _concert.Asked).ShouldBe((1, 2));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(500)]
    [InlineData(401)]
    public async Task Failing_provider_is_retried(int status)
    {
        Provider.Site.OnSequence(FakeProvider.RegisterPath(_concert.Id), context => FakeProvider.StatusAsync(context, status), Provider.RegisterAsync);
        await _concert.PostAsync();
        (await _concert.DecidedAsync())["status"]!.GetValue<string>().ShouldBe("confirmed");
        Provider.Tickets.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Taken_seat_is_replaced()
    {
        Provider.Opens(_concert.Id, "A1", "A2");
        Provider.Site.OnSequence(FakeProvider.RegisterPath(_concert.Id), AnotherIsFaster, Provider.RegisterAsync);
        await _concert.PostAsync();
        var decided = await _concert.DecidedAsync();
        decided["status"]!.GetValue<string>().ShouldBe("confirmed");
        Provider.Tickets.Values.Order().ShouldBe(new[] { "another", decided["id"]!.GetValue<string>() }.Order());
    }

    [Fact]
    public async Task Unavailable_seat_is_refused_and_announced()
    {
        (await _concert.PostAsync(new JsonObject { ["seat"] = "Z9" })).Status.ShouldBe(202);
        (await _concert.DecidedAsync())["reason"]!.GetValue<string>().ShouldBe("The seat is taken.");
        await Provider.Site.RequestedAsync(FakeProvider.NotifyPath);

        Provider.Opens(_concert.Id);
        await _concert.PostAsync(who: KnownPeople.Boris);
        (await _concert.DecidedAsync(KnownPeople.Boris))["reason"]!.GetValue<string>().ShouldBe("No seat is free.");
        _concert.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Provider_without_seats_needs_none()
    {
        Provider.Site.OnStatus($"/api/events/{_concert.Id}/seats", 404);
        await _concert.PostAsync();
        (await _concert.DecidedAsync())["status"]!.GetValue<string>().ShouldBe("confirmed");
        Provider.Site.Requests.Single(r => r.Path == FakeProvider.RegisterPath(_concert.Id)).Text.ShouldNotContain("seat");
    }

    private Task TakenButSilent(HttpContext context)
    {
        var request = Provider.Site.Requests.Last(r => r.Path == FakeProvider.RegisterPath(_concert.Id));
        Provider.Tickets[JsonNode.Parse(request.Text)!["seat"]!.GetValue<string>()] = request.Headers["Idempotency-Key"];
        context.Abort();
        return Task.CompletedTask;
    }

    private Task AnotherIsFaster(HttpContext context)
    {
        var request = Provider.Site.Requests.Last(r => r.Path == FakeProvider.RegisterPath(_concert.Id));
        Provider.Tickets[JsonNode.Parse(request.Text)!["seat"]!.GetValue<string>()] = "another";
        return FakeProvider.StatusAsync(context, 400);
    }
}
