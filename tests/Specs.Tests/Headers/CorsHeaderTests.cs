using Actors.Specs.Tests.Access;
using Actors.Specs.Tests.Auth;
using Actors.TestKit;
using Actors.Web.Listeners;

namespace Actors.Specs.Tests.Headers;

/// <summary>A front end of another origin can read all headers that it needs, and caches keep answers of different origins apart.</summary>
public sealed class CorsHeaderTests : IAsyncLifetime
{
    // The Fetch Standard's CORS-safelisted response headers, which every page may read.
    private static readonly string[] s_safelisted = ["Cache-Control", "Content-Language", "Content-Length", "Content-Type", "Expires", "Last-Modified", "Pragma"];

    // Headers for browsers, caches and connections, which a page does not need or may not read.
    private static readonly string[] s_forBrowsers =
    [
        "Connection", "Content-Encoding", "Content-Security-Policy", "Date", "Referrer-Policy", "Set-Cookie", "Transfer-Encoding", "Vary", "X-Content-Type-Options",
    ];

    private readonly Dictionary<string, string> _sent = new(StringComparer.OrdinalIgnoreCase);
    private SiloHost _silo = null!;
    private People _people = null!;

    public async Task InitializeAsync()
    {
        _silo = await People.StartSiloAsync(settings: new SiloSettings(("RATE_LIMIT", "on")));
        _people = await People.RegisterAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task The_exposed_headers_are_the_sent_ones()
    {
        var admin = await _people.Admin.TokenAsync();
        foreach (var operation in await ApiOperation.ReadAllAsync(_silo.Client))
        {
            foreach (var token in new[] { null, admin })
            {
                using var request = operation.Request(token);
                await SendAsync(request);
            }
        }

        await AskAsync("DELETE", "/catalog/events");
        await AskAsync("GET", "/catalog/events?changed_since=2026-01-01T00:00:00Z&limit=1&nonsense=1");
        // A mark of another epoch.
        await AskAsync("GET", "/catalog/events?changed_since=eB81");
        foreach (var _ in new[] { 1, 2 }) await AskAsync("POST", "/auth/register", Asking.Credentials("a@example.com").ToJsonString(), ("Idempotency-Key", "one"));
        for (var i = 0; i < 40; i++) await AskAsync("POST", "/auth/login", Asking.Credentials("a@example.com", "wrong").ToJsonString());

        _sent.Keys.Where(name => !Exposed.Contains(name) && !IsElse(name)).Select(name => $"{name} of {_sent[name]}").ShouldBeEmpty("sent, and not exposed");
        // Not sent here: Age (lists that could not be refreshed), Idempotency-Stored (answers over 1 MiB), Link (lists with a second page).
        Exposed.Except(_sent.Keys, StringComparer.OrdinalIgnoreCase).Order().ShouldBe(["Age", "Idempotency-Stored", "Link"]);
        Exposed.Where(IsElse).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://localhost:3000")]
    [InlineData("https://evil.example")]
    public async Task Every_answer_varies_with_the_origin(string? origin)
    {
        foreach (var path in new[] { "/catalog/events", "/health", "/posters/none.webp", "/me/ping", "/nowhere" })
        {
            var answer = await _silo.Client.AskAsync(HttpMethod.Get, path, headers: origin is null ? [] : [("Origin", origin)]);
            answer.Headers.GetValueOrDefault("Vary", "").Split(',', StringSplitOptions.TrimEntries).Count(part => part == "Origin").ShouldBe(1, path);
        }
    }

    private static string[] Exposed => CorsSetup.Exposed;

    private static bool IsElse(string name) =>
        s_safelisted.Contains(name, StringComparer.OrdinalIgnoreCase) || s_forBrowsers.Contains(name, StringComparer.OrdinalIgnoreCase)
        || name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase);

    private async Task AskAsync(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        await SendAsync(request);
    }

    private async Task SendAsync(HttpRequestMessage request)
    {
        using var answer = await _silo.Client.SendAsync(request);
        foreach (var header in answer.Headers.Concat(answer.Content.Headers)) _sent.TryAdd(header.Key, $"{request.Method} {request.RequestUri}");
    }
}
