using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Provider.Kit;

/// <summary>A concert of the provider for which visitors can register.</summary>
internal sealed class Concert : IAsyncDisposable
{
    /// <summary>The start of the concert.</summary>
    public static readonly DateTimeOffset Soon = TimeProvider.System.GetUtcNow().AddDays(20);

    private Concert(Guid id, FakeProvider provider, Face face) => (Id, Provider, Face) = (id, provider, face);

    public Guid Id { get; }

    public FakeProvider Provider { get; }

    public Face Face { get; }

    /// <summary>The number of registration requests to the provider.</summary>
    public int Asked => Provider.Site.Count(FakeProvider.RegisterPath(Id));

    private string Path => $"/api/events/{Id}/register";

    /// <summary>Creates the concert with these free seats, and the program that knows it.</summary>
    public static async Task<Concert> StartAsync(params string[] seats)
    {
        var (id, provider) = (Guid.NewGuid(), await FakeProvider.StartAsync());
        provider.Pages([FakeProvider.Event("Концерт", Soon, id: id)]);
        provider.Opens(id, seats);
        var face = await Face.StartAsync(provider);
        (await face.CommandAsync("--all")).Exit.ShouldBe(0);
        return new Concert(id, provider, face);
    }

    /// <summary>Registers a visitor; Anna by default.</summary>
    public Task<(int Status, JsonNode? Body)> PostAsync(JsonNode? body = null, Guid? who = null) => Face.SendAsync(HttpMethod.Post, Path, who, body);

    /// <summary>Registers a visitor for a seat.</summary>
    public Task<(int Status, JsonNode? Body)> PostSeatAsync(string seat, Guid? who = null) => PostAsync(new JsonObject { ["seat"] = seat }, who);

    public Task<(int Status, JsonNode? Body)> GetAsync(Guid? who = null) => Face.GetAsync(Path, who);

    /// <summary>A visitor's registration, once it is decided.</summary>
    public async Task<JsonNode> DecidedAsync(Guid? who = null)
    {
        JsonNode? found = null;
        await Waiting.UntilAsync("the provider's decision", async () =>
            (found = (await GetAsync(who)).Body)?["status"]?.GetValue<string>() is not (null or "pending"));
        return found!;
    }

    /// <summary>The registration, if it has this status.</summary>
    public async Task<JsonNode> DecidedAsync(string status, Guid? who = null)
    {
        var decided = await DecidedAsync(who);
        decided["status"]!.GetValue<string>().ShouldBe(status);
        return decided;
    }

    public async ValueTask DisposeAsync()
    {
        await Face.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
