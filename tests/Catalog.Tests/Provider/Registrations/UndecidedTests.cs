using System.Text.Json.Nodes;
using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Registrations;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Provider.Registrations;

/// <summary>What is said of a registration that the provider never confirmed, and what comes after a rejection.</summary>
public sealed class UndecidedTests : IAsyncLifetime
{
    private Concert _concert = null!;

    private FakeProvider Provider => _concert.Provider;

    public async Task InitializeAsync() => _concert = await Concert.StartAsync("A1", "A2");

    public async Task DisposeAsync() => await _concert.DisposeAsync();

    [Theory]
    [InlineData(409)]
    [InlineData(400)]
    public async Task A_refusal_after_a_gateways_failure_is_no_confirmation(int status)
    {
        Provider.Site.OnStatus($"/api/events/{_concert.Id}/seats", 404);
        Provider.Site.OnSequence(FakeProvider.RegisterPath(_concert.Id), Status(503), Status(status));
        await _concert.PostAsync();
        var decided = await _concert.DecidedAsync("unclear");
        (decided["ticket_id"], decided["reason"]!.GetValue<string>()).ShouldBe((null, "The provider gave no clear answer: the visitor may be registered or not."));
        await Provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        Words().ShouldContain("не ответил однозначно");
        (await _concert.PostAsync()).Status.ShouldBe(200, "asking again could make a second registration");
        _concert.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task A_refusal_of_a_seat_that_is_still_free_is_a_refusal_whatever_came_before()
    {
        Provider.Site.OnSequence(FakeProvider.RegisterPath(_concert.Id), Status(503), Status(400));
        await _concert.PostAsync();
        (await _concert.DecidedAsync("rejected"))["reason"]!.GetValue<string>().ShouldBe("The provider refused the registration.");
        await Provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        Words().ShouldContain("не состоялась");
    }

    [Fact]
    public async Task Of_two_who_want_one_seat_at_a_provider_without_seats_the_second_is_told_at_once()
    {
        Provider.Site.OnStatus($"/api/events/{_concert.Id}/seats", 404);
        await _concert.PostSeatAsync("A15");
        await _concert.DecidedAsync("confirmed");
        await _concert.PostSeatAsync("A15", KnownPeople.Boris);
        (await _concert.DecidedAsync("rejected", KnownPeople.Boris))["reason"]!.GetValue<string>().ShouldBe("The seat is taken.");
        _concert.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Asking_twice_after_the_same_rejection_is_asking_once_whatever_the_provider_said_meanwhile()
    {
        await _concert.PostSeatAsync("Z9");
        await _concert.DecidedAsync("rejected");
        var second = (await _concert.PostSeatAsync("Z9")).Body!["id"]!.GetValue<Guid>();
        (await _concert.DecidedAsync("rejected"))["id"]!.GetValue<Guid>().ShouldBe(second);
        var told = _concert.Face.Services.GetRequiredService<IRowStore>();
        var key = ProviderRows.RegistrationKey(_concert.Id, KnownPeople.Anna);
        var kept = (await told.ReadAsync(ProviderRows.Registrations, key))!.State;
        var about = (await _concert.Face.Services.GetRequiredService<ProviderEventRows>().FindAsync(_concert.Id, default))!;
        var grain = _concert.Face.Grains.GetGrain<IProviderRegistrationGrain>(key);

        (await grain.Accept(about, KnownPeople.Anna, kept.Visitor, attempt: 1)).Id.ShouldBe(second, "the answer to the second was lost, and its call sent again");
        (await grain.Accept(about, KnownPeople.Anna, kept.Visitor, attempt: 2)).Id.ShouldNotBe(second, "who knows of both rejections asks once more");
    }

    [Fact]
    public async Task After_a_rejection_the_visitor_may_try_again_as_another_registration()
    {
        var first = (await _concert.PostSeatAsync("Z9")).Body!["id"]!.GetValue<Guid>();
        await _concert.DecidedAsync("rejected");
        var (status, again) = await _concert.PostSeatAsync("A2");
        (status, again!["status"]!.GetValue<string>()).ShouldBe((202, "pending"));
        var decided = await _concert.DecidedAsync("confirmed");
        (decided["seat"]!.GetValue<string>(), decided["id"]!.GetValue<Guid>()).ShouldBe(("A2", again["id"]!.GetValue<Guid>()));
        decided["id"]!.GetValue<Guid>().ShouldNotBe(first);
        (await _concert.PostSeatAsync("A1")).Status.ShouldBe(200, "a confirmed one stands");
        await Waiting.UntilAsync("both to be told", () => Task.FromResult(Provider.Told.Count == 2));
    }

    [Fact]
    public async Task Tries_after_rejections_come_to_an_end()
    {
        var ids = new HashSet<Guid>();
        var last = 202;
        for (var n = 0; n < 20 && last == 202; n++)
        {
            (last, var body) = await _concert.PostSeatAsync("Z9");
            ids.Add(body!["id"]!.GetValue<Guid>());
            await _concert.DecidedAsync("rejected");
        }

        (last, ids.Count).ShouldBe((200, 10));
    }

    private string Words() => JsonNode.Parse(Provider.Site.Requests.Last(r => r.Path == FakeProvider.NotifyPath).Text)!["message"]!.GetValue<string>();

    private static RequestDelegate Status(int status) => context => FakeProvider.StatusAsync(context, status);
}
