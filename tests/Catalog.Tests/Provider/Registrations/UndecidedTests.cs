using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Tests.Provider.Registrations;

/// <summary>What is said of a registration that the provider never confirmed, and what comes after a rejection.</summary>
public sealed class UndecidedTests : IAsyncLifetime
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
        provider.Opens(concert, "A1", "A2");
        face = await Face.StartAsync(provider);
        (await face.CommandAsync("--all")).Exit.ShouldBe(0);
    }

    public async Task DisposeAsync()
    {
        await face.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Theory]
    [InlineData(409)]
    [InlineData(400)]
    public async Task A_refusal_after_a_gateways_failure_is_no_confirmation(int status)
    {
        provider.Site.OnStatus($"/api/events/{concert}/seats", 404);
        provider.Site.OnSequence(FakeProvider.RegisterPath(concert), Status(503), Status(status));
        await PostAsync(null);
        var decided = await DecidedAsync("unclear");
        (decided["ticket_id"], decided["reason"]!.GetValue<string>()).ShouldBe((null, "The provider gave no clear answer: the visitor may be registered or not."));
        await provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        Words().ShouldContain("не ответил однозначно");
        (await PostAsync(null)).Status.ShouldBe(200, "asking again could make a second registration");
        provider.Site.Count(FakeProvider.RegisterPath(concert)).ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_of_a_seat_that_is_still_free_is_a_refusal_whatever_came_before()
    {
        provider.Site.OnSequence(FakeProvider.RegisterPath(concert), Status(503), Status(400));
        await PostAsync(null);
        (await DecidedAsync("rejected"))["reason"]!.GetValue<string>().ShouldBe("The provider refused the registration.");
        await provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        Words().ShouldContain("не состоялась");
    }

    [Fact]
    public async Task Of_two_who_want_one_seat_at_a_provider_without_seats_the_second_is_told_at_once()
    {
        provider.Site.OnStatus($"/api/events/{concert}/seats", 404);
        await PostAsync("A15");
        await DecidedAsync("confirmed");
        await PostAsync("A15", KnownPeople.Boris);
        (await DecidedAsync("rejected", KnownPeople.Boris))["reason"]!.GetValue<string>().ShouldBe("The seat is taken.");
        provider.Site.Count(FakeProvider.RegisterPath(concert)).ShouldBe(1);
    }

    [Fact]
    public async Task After_a_rejection_the_visitor_may_try_again_as_another_registration()
    {
        var first = (await PostAsync("Z9")).Body!["id"]!.GetValue<Guid>();
        await DecidedAsync("rejected");
        var (status, again) = await PostAsync("A2");
        (status, again!["status"]!.GetValue<string>()).ShouldBe((202, "pending"));
        var decided = await DecidedAsync("confirmed");
        (decided["seat"]!.GetValue<string>(), decided["id"]!.GetValue<Guid>()).ShouldBe(("A2", again["id"]!.GetValue<Guid>()));
        decided["id"]!.GetValue<Guid>().ShouldNotBe(first);
        (await PostAsync("A1")).Status.ShouldBe(200, "a confirmed one stands");
        await Waiting.UntilAsync("both to be told", () => Task.FromResult(provider.Told.Count == 2));
    }

    [Fact]
    public async Task Tries_after_rejections_come_to_an_end()
    {
        var ids = new HashSet<Guid>();
        var last = 202;
        for (var n = 0; n < 20 && last == 202; n++)
        {
            (last, var body) = await PostAsync("Z9");
            ids.Add(body!["id"]!.GetValue<Guid>());
            await DecidedAsync("rejected");
        }

        (last, ids.Count).ShouldBe((200, 10));
    }

    private Task<(int Status, JsonNode? Body)> PostAsync(string? seat, Guid? who = null) =>
        face.SendAsync(HttpMethod.Post, Path, who, seat is null ? null : new JsonObject { ["seat"] = seat });

    private async Task<JsonNode> DecidedAsync(string status, Guid? who = null)
    {
        JsonNode? found = null;
        await Waiting.UntilAsync("the decision", async () =>
            (found = (await face.GetAsync(Path, who)).Body)?["status"]?.GetValue<string>() is not (null or "pending"));
        found!["status"]!.GetValue<string>().ShouldBe(status);
        return found;
    }

    private string Words() => JsonNode.Parse(provider.Site.Requests.Last(r => r.Path == FakeProvider.NotifyPath).Text)!["message"]!.GetValue<string>();

    private static RequestDelegate Status(int status) => context => FakeProvider.StatusAsync(context, status);
}
