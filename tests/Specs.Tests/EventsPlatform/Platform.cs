using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Specs.Tests.EventsPlatform;

/// <summary>A silo in its own process with a listener for every role, and a site with pictures that it may fetch.</summary>
public sealed class Platform : IAsyncLifetime
{
    public const string SomeDate = "2099-09-01T18:00:00";
    private int _pictures;

    public FakeUpstream Site { get; private set; } = null!;

    public SiloProcess Silo { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await FakeUpstream.StartAsync();
        Silo = await SiloProcess.StartAsync(new SiloSettings(("OUTBOUND_ALLOW", Site.AllowEntry)));
    }

    public async Task DisposeAsync()
    {
        await Silo.DisposeAsync();
        Silo.Settings.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>The address of a new picture.</summary>
    public string NewPicture()
    {
        var number = Interlocked.Increment(ref _pictures);
        Site.OnBytes($"/{number}.bmp", Pictures.Bitmap(number), "image/bmp");
        return Site.Url($"/{number}.bmp").ToString();
    }

    /// <summary>A new event with every documented field of EventCreate and its own picture.</summary>
    public JsonObject NewEvent(Action<JsonObject>? change = null)
    {
        var made = EventWith(NewPicture());
        change?.Invoke(made);
        return made;
    }

    /// <inheritdoc cref="NewEvent"/>
    public static JsonObject EventWith(string picture) => new()
    {
        ["uuid"] = Guid.NewGuid().ToString(),
        ["type"] = "concert",
        ["id"] = "123",
        ["title"] = "Концерт группы X",
        ["description"] = "Большой сольный концерт",
        ["price"] = 1500,
        ["date_preview"] = SomeDate,
        ["date_list"] = new JsonArray(SomeDate, "2099-09-02T19:00:00"),
        ["place"] = "Главная сцена",
        ["genre"] = "rock",
        ["age"] = "18+",
        ["image_url"] = picture,
        ["url"] = "https://example.com/event/1",
    };

    public static JsonObject Batch(params JsonNode[] events) => new() { ["events"] = new JsonArray(events) };

    /// <summary>Sends to a role's listener (null for the combined one) and reads status and body.</summary>
    public async Task<(int Status, JsonNode? Body)> PostAsync(string? role, string path, JsonNode? body)
    {
        using var content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await Client(role).PostAsync(new Uri(path, UriKind.Relative), content);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonNode>());
    }

    public async Task<(int Status, JsonNode? Body)> GetAsync(string? role, string path)
    {
        using var answer = await Client(role).GetAsync(new Uri(path, UriKind.Relative));
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonNode>());
    }

    public HttpClient Client(string? role) => role is null ? Silo.Client : Silo.ClientFor(role);
}
