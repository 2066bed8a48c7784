using System.Text.Json.Nodes;
using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Registrations;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Provider.Registrations;

/// <summary>Registrations that the provider never confirmed, and attempts after a rejection.</summary>
public sealed class UndecidedTests : IAsyncLifetime
{
    private Concert _concert = null!;

    private FakeProvider Provider => _concert.Provider;

    public async Task InitializeAsync() => _concert = await Concert.StartAsync("A1", "A2");

    public async Task DisposeAsync() => await _concert.DisposeAsync();

    [Theory]
    [InlineData(409)]
    [InlineData(400)]
    public async Task Refusal_after_a_gateway_failure_is_unclear(int status)
    {
        Provider.Site.OnStatus($"/api/events/{_concert.Id}/seats", 404);
        Provider.Site.OnSequence(FakeProvider.RegisterPath(_concert.Id), Status(503), Status(status));
        await _concert.PostAsync();
        var decided = await _concert.DecidedAsync("unclear");
        (decided["ticket_id"], decided["reason"]!.GetValue<string>()).ShouldBe((null, "The provider gave no clear answer: the visitor may be registered or not."));
        await Provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        Words().ShouldContain("не ответил однозначно");
        (await _concert.PostAsync()).Status.ShouldBe(200, "another request could make a second registration");
        _concert.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task Refusal_of_a_free_seat_is_final()
    {
        Provider.Site.OnSequence(FakeProvider.RegisterPath(_concert.Id), Status(503), Status(400));
        await _concert.PostAsync();
        (await _concert.DecidedAsync("rejected"))["reason"]!.GetValue<string>().ShouldBe("The provider refused the registration.");
        await Provider.Site.RequestedAsync(FakeProvider.NotifyPath);
        Words().ShouldContain("не состоялась");
    }

    [Fact]
    public async Task Second_visitor_for_a_seat_is_refused_at_once()
    {
        Provider.Site.OnStatus($"/api/events/{_concert.Id}/seats", 404);
        await _concert.PostSeatAsync("A15");
        await _concert.DecidedAsync("confirmed");
        await _concert.PostSeatAsync("A15", KnownPeople.Boris);
        (await _concert.DecidedAsync("rejected", KnownPeople.Boris))["reason"]!.GetValue<string>().ShouldBe("The seat is taken.");
        _concert.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task Repeated_request_after_a_rejection_is_idempotent()
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

        (await grain.Accept(about, KnownPeople.Anna, kept.Visitor, attempt: 1)).Id.ShouldBe(second, "the response to the second call was lost, and the call repeated");
        (await grain.Accept(about, KnownPeople.Anna, kept.Visitor, attempt: 2)).Id.ShouldNotBe(second, "a caller that knows both rejections starts a new attempt");
    }

    [Fact]
    public async Task Rejection_allows_a_new_attempt()
    {
        var first = (await _concert.PostSeatAsync("Z9")).Body!["id"]!.GetValue<Guid>();
        await _concert.DecidedAsync("rejected");
        var (status, again) = await _concert.PostSeatAsync("A2");
        (status, again!["status"]!.GetValue<string>()).ShouldBe((202, "pending"));
        var decided = await _concert.DecidedAsync("confirmed");
        (decided["seat"]!.GetValue<string>(), decided["id"]!.GetValue<Guid>()).ShouldBe(("A2", again["id"]!.GetValue<Guid>()));
        decided["id"]!.GetValue<Guid>().ShouldNotBe(first);
        (await _concert.PostSeatAsync("A1")).Status.ShouldBe(200, "a confirmed registration is final");
        await Waiting.UntilAsync("both to be told", () => Task.FromResult(Provider.Told.Count == 2));
    }

    [Fact]
    public async Task Attempts_are_limited()
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
