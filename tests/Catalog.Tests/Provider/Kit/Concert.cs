using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Provider.Kit;

/// <summary>A concert of the provider's that visitors can register for.</summary>
internal sealed class Concert : IAsyncDisposable
{
    /// <summary>When it is.</summary>
    public static readonly DateTimeOffset Soon = TimeProvider.System.GetUtcNow().AddDays(20);

    private Concert(Guid id, FakeProvider provider, Face face) => (Id, Provider, Face) = (id, provider, face);

    public Guid Id { get; }

    public FakeProvider Provider { get; }

    public Face Face { get; }

    /// <summary>How often the provider was asked to register somebody.</summary>
    public int Asked => Provider.Site.Count(FakeProvider.RegisterPath(Id));

    private string Path => $"/api/events/{Id}/register";

    /// <summary>The concert, with these seats free, and the program that knows of it.</summary>
    public static async Task<Concert> StartAsync(params string[] seats)
    {
        var (id, provider) = (Guid.NewGuid(), await FakeProvider.StartAsync());
        provider.Pages([FakeProvider.Event("Концерт", Soon, id: id)]);
        provider.Opens(id, seats);
        var face = await Face.StartAsync(provider);
        (await face.CommandAsync("--all")).Exit.ShouldBe(0);
        return new Concert(id, provider, face);
    }

    /// <summary>Registers somebody: Anna, unless it is said who.</summary>
    public Task<(int Status, JsonNode? Body)> PostAsync(JsonNode? body = null, Guid? who = null) => Face.SendAsync(HttpMethod.Post, Path, who, body);

    /// <summary>Registers somebody for a seat.</summary>
    public Task<(int Status, JsonNode? Body)> PostSeatAsync(string seat, Guid? who = null) => PostAsync(new JsonObject { ["seat"] = seat }, who);

    public Task<(int Status, JsonNode? Body)> GetAsync(Guid? who = null) => Face.GetAsync(Path, who);

    /// <summary>Somebody's registration, once the provider has decided.</summary>
    public async Task<JsonNode> DecidedAsync(Guid? who = null)
    {
        JsonNode? found = null;
        await Waiting.UntilAsync("the provider's decision", async () =>
            (found = (await GetAsync(who)).Body)?["status"]?.GetValue<string>() is not (null or "pending"));
        return found!;
    }

    /// <summary>It, when it was decided like this.</summary>
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
