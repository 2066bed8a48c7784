using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Catalog.Tests.Kit;

/// <summary>A running silo with its own clock and a site with one picture; used by most tests of the catalogue.</summary>
public sealed class Catalogue : IAsyncLifetime
{
    private const string Picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public SiloHost Silo { get; private set; } = null!;

    public FakeUpstream Site { get; private set; } = null!;

    /// <summary>The settings of the silo. Tests that need their own silo change them before <see cref="InitializeAsync"/>.</summary>
    internal Action<SiloSettings> Settings { get; init; } = _ => { };

    /// <summary>Settings that outlive this silo; by default it has its own.</summary>
    internal SiloSettings? Given { get; init; }

    /// <summary>The clock of the silo; the system clock unless a test needs to advance it.</summary>
    internal TimeProvider? Clock { get; init; }

    /// <summary>Additional configuration of the silo.</summary>
    internal Action<WebApplicationBuilder> Also { get; init; } = _ => { };

    public async Task InitializeAsync()
    {
        Site = await FakeUpstream.StartAsync();
        Site.OnBytes("/poster.png", Convert.FromBase64String(Picture), "image/png");
        var settings = (Given ?? new SiloSettings()).Set("OUTBOUND_ALLOW", Site.AllowEntry);
        Settings(settings);
        Silo = await SiloHost.StartAsync(SiloApp.Create, settings, Replace);
    }

    public async Task DisposeAsync()
    {
        await Silo.DisposeAsync();
        if (Given is null) Silo.Settings.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>An event as scrapers send it, with its own uuid and page.</summary>
    public JsonObject Event(Action<JsonObject>? change = null)
    {
        var uuid = Guid.NewGuid();
        var scraped = new JsonObject
        {
            ["uuid"] = uuid.ToString(),
            ["type"] = "concert",
            ["id"] = "123",
            ["title"] = "Концерт группы Ёж",
            ["description"] = "Большой сольный концерт",
            ["price"] = 1500,
            ["date_preview"] = "2031-09-01T18:00:00",
            ["date_list"] = new JsonArray("2031-09-01T18:00:00", "2031-09-02T19:00:00+05:00"),
            ["place"] = "Главная сцена",
            ["genre"] = "rock",
            ["age"] = "18+",
            ["image_url"] = Site.Url("/poster.png").ToString(),
            ["url"] = $"https://example.com/{uuid}",
        };
        change?.Invoke(scraped);
        return scraped;
    }

    public static JsonObject Batch(params JsonObject[] events) => new() { ["events"] = new JsonArray([.. events.Select(e => e.DeepClone())]) };

    public async Task<(int Status, JsonNode Body)> PostAsync(string path, JsonNode body, string? role = null)
    {
        using var answer = await Client(role).PostAsJsonAsync(path, body);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    public async Task<(int Status, JsonNode Body)> GetAsync(string path, string? role = null)
    {
        using var answer = await Client(role).GetAsync(path);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private HttpClient Client(string? role) => role is null ? Silo.Client : Silo.ClientFor(role);

    private void Replace(WebApplicationBuilder builder)
    {
        if (Clock is not null) builder.Services.Replace(ServiceDescriptor.Singleton(Clock));
        Also(builder);
    }
}
