using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Tests.Provider.Kit;

/// <summary>A fake events provider: pages by cursor, seats, tickets, and a notification service.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    public const string Key = "provider-key", Token = "notify-token", ListPath = "/api/events/", NotifyPath = "/notify/api/notifications";

    private readonly FakeUpstream _site;
    private ImmutableArray<ImmutableArray<JsonObject>> _pages = [];

    private FakeProvider(FakeUpstream site) => this._site = site;

    public FakeUpstream Site => _site;

    /// <summary>Tickets by seat.</summary>
    public ConcurrentDictionary<string, string> Tickets { get; } = new();

    /// <summary>Notifications by id, with the number of deliveries.</summary>
    public ConcurrentDictionary<string, int> Told { get; } = new();

    /// <summary>Whether a repeated idempotency key gets the same response.</summary>
    public bool KnowsKeys { get; set; } = true;

    /// <summary>The address before <c>?cursor=</c>; null means this server.</summary>
    public string? NextRoot { get; set; }

    public static async Task<FakeProvider> StartAsync()
    {
        var provider = new FakeProvider(await FakeUpstream.StartAsync());
        provider._site.On(ListPath, provider.ListAsync);
        provider._site.On(NotifyPath, provider.NotifyAsync);
        return provider;
    }

    public static JsonObject Event(string name, DateTimeOffset time, string status = "open", Guid? id = null) => new()
    {
        ["id"] = (id ?? Guid.NewGuid()).ToString(),
        ["name"] = name,
        ["place"] = new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["name"] = "Главная сцена", ["city"] = "Москва", ["address"] = "Тверская, 1" },
        ["event_time"] = time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        ["registration_deadline"] = time.AddHours(-1).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        ["status"] = status,
        ["number_of_visitors"] = 5,
        ["changed_at"] = "2026-01-02T10:00:00+03:00",
    };

    public FakeProvider Pages(params IEnumerable<JsonObject>[] given)
    {
        _pages = [.. given.Select(page => page.ToImmutableArray())];
        return this;
    }

    /// <summary>Accepts visitors of an event; seats are free until taken.</summary>
    public void Opens(Guid eventId, params string[] seats)
    {
        _site.On($"/api/events/{eventId}/seats", context => JsonAsync(context, new JsonObject
        {
            ["seats"] = new JsonArray([.. seats.Where(s => !Tickets.ContainsKey(s)).Select(s => (JsonNode)s)]),
        }));
        _site.On(RegisterPath(eventId), RegisterAsync);
    }

    public static string RegisterPath(Guid eventId) => $"/api/events/{eventId}/register/";

    public Task ListAsync(HttpContext context)
    {
        if (context.Request.Headers["x-api-key"] != Key) return StatusAsync(context, 401);
        var page = int.TryParse(context.Request.Query["cursor"], out var cursor) ? cursor : 0;
        var next = page + 1 < _pages.Length ? $"{NextRoot ?? _site.Url(ListPath).ToString()}?cursor={page + 1}" : null;
        var results = page < _pages.Length ? _pages[page] : [];
        return JsonAsync(context, new JsonObject { ["next"] = next, ["previous"] = null, ["results"] = new JsonArray([.. results.Select(e => e.DeepClone())]) });
    }

    public async Task RegisterAsync(HttpContext context)
    {
        var body = JsonNode.Parse(_site.Requests.Last(r => r.Path == context.Request.Path && r.Headers["Idempotency-Key"] == context.Request.Headers["Idempotency-Key"]).Text)!;
        var (seat, key) = (body["seat"]?.GetValue<string>() ?? "", context.Request.Headers["Idempotency-Key"].ToString());
        var holder = Tickets.GetOrAdd(seat, key);
        if (holder == key && (KnowsKeys || _site.Requests.Count(r => r.Headers.GetValueOrDefault("Idempotency-Key") == key && r.Path == context.Request.Path) == 1))
            await JsonAsync(context, new JsonObject { ["ticket_id"] = $"ticket-{key}" }, 201);
        else
            await JsonAsync(context, new JsonObject { ["detail"] = "seat is taken" }, 400);
    }

    public Task NotifyAsync(HttpContext context)
    {
        var id = JsonNode.Parse(_site.Requests.Last(r => r.Path == NotifyPath && r.Headers["Idempotency-Key"] == context.Request.Headers["Idempotency-Key"]).Text)!["id"]!.GetValue<string>();
        return StatusAsync(context, Told.AddOrUpdate(id, 1, (_, n) => n + 1) == 1 ? 201 : 409);
    }

    public static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    public static Task JsonAsync(HttpContext context, JsonObject json, int status = 200) =>
        Answers.WriteAsync(context, System.Text.Encoding.UTF8.GetBytes(json.ToJsonString()), "application/json", status);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    /// <summary>Settings that point to this server.</summary>
    public void Configure(SiloSettings settings, bool notifications = true)
    {
        settings.Set("EVENTS_PROVIDER_URL", _site.Address.ToString()).Set("EVENTS_PROVIDER_API_KEY", Key);
        if (notifications) settings.Set("NOTIFICATION_URL", _site.Url("/notify").ToString()).Set("NOTIFICATION_TOKEN", Token).Set("NOTIFICATION_OWNER_ID", "owner");
    }
}
