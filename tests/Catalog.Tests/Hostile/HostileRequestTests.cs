using System.Net;
using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kit;
using Actors.Web.Tests.Http;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>
/// Promise S11 on the routes of the catalogue: odd requests are refused in the dialect of the route and never reach another route or file.
/// </summary>
public sealed partial class HostileRequestTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    private const string Name = "0f343b0931126a20f133d67c2b018a3b5e3f5f2b1c0f2c1f6c1c4d6d0f343b09";

    private IPEndPoint Combined => new(IPAddress.Loopback, catalogue.Silo.Settings.Port);

    public static TheoryData<string> Files => new(
    [
        "/posters/../actors.db", "/posters/..%2factors.db", "/posters/%2e%2e%2factors.db", "/posters/%2e%2e/actors.db", "/posters/..%252factors.db",
        "/posters/%252e%252e%252factors.db", "/posters/..%5cactors.db", "/posters/..%c0%afactors.db", "/posters/....//actors.db", "/posters//etc/passwd",
        "/posters/%2fetc%2fpasswd", $"/posters/{Name}.webp%00.png", $"/posters/..%2fposters%2f{Name}.webp", $"/posters/{Name}.webp/", $"/posters/{Name}.webp/..%2f..%2factors.db",
        $"/posters/{Name}.webp;x", $"/posters/{Name}.webp%0d%0aX-Injected:%20yes", $"/posters/.%2f{Name}.webp", "/posters/.", "/posters/%2e", "/posters/", "/posters/~", "/posters/con",
        $"/posters/{Name.ToUpperInvariant()}.webp", $"/posters/{Name}.WEBP", $"/posters/{Name}", $"/posters/{Name}.webp.tmp", "/posters/%ff%fe", "/posters/*", "/posters/%", "/posters/%zz",
    ]);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Poster_name_cannot_reach_other_files(string path)
    {
        await catalogue.PostAsync("/scraperCatalog/upload", catalogue.Event());

        var answer = await GetAsync(path);

        answer.ShouldStartWith("HTTP/1.1 4");
        answer.ShouldNotContain("SQLite format");
        answer.ShouldNotContain("root:");
        answer.ShouldNotContain("X-Injected: yes");
    }

    [Theory]
    [InlineData("/catalog/..%2fscraperCatalog/events", 404)]
    [InlineData("/catalog/%2e%2e/scraperCatalog/events", 404)]
    [InlineData("/catalog/../scraperCatalog/events", 404)]
    [InlineData("/catalog/%252e%252e/scraperCatalog/events", 404)]
    [InlineData("/catalog%2fevents", 404)]
    [InlineData("/catalog/events%00", 400)]
    [InlineData("/catalog/events%2f", 404)]
    [InlineData("/catalog//events", 404)]
    [InlineData("/catalog/events;jsessionid=1", 404)]
    [InlineData("/catalog/events%3fid=1", 404)]
    [InlineData("/catalog/events%0d%0aX-Injected:%20yes", 404)]
    public async Task Role_listener_serves_only_its_paths(string path, int expected)
    {
        var answer = await RawHttp.SendAsync(
            new IPEndPoint(IPAddress.Loopback, catalogue.Silo.Settings.PortOf("catalog")), $"GET {path} HTTP/1.1\nHost: localhost\nConnection: close\n\n");

        answer.ShouldStartWith($"HTTP/1.1 {expected}");
        answer.ShouldNotContain("X-Injected: yes");
    }

    [Theory]
    [InlineData("%00")]
    [InlineData("1%00")]
    [InlineData("..%2f..%2fx")]
    [InlineData("%2527")]
    [InlineData("1%0d%0aX-Injected:%20yes")]
    [InlineData("%ed%a0%80")]
    [InlineData("%ff")]
    [InlineData("0x10")]
    [InlineData("1e3")]
    [InlineData("99999999999999999999")]
    [InlineData("%7b%22%24gt%22:%22%22%7d")]
    public async Task Invalid_ids_are_refused(string id)
    {
        foreach (var list in Naughty.Lists)
        {
            var answer = await GetAsync($"{list}?id={id}");

            answer.ShouldStartWith("HTTP/1.1 422");
            BodyOf(answer)["detail"]![0]!["loc"]!.ToJsonString().ShouldBe("""["query","id"]""");
            answer.ShouldNotContain("X-Injected: yes");
        }
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("TRACK")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("PROPFIND")]
    public async Task Method_override_headers_are_ignored(string method)
    {
        foreach (var path in Naughty.Lists.Append($"/posters/{Name}.webp"))
        {
            var answer = await RawHttp.SendAsync(Combined, $"{method} {path} HTTP/1.1\nHost: localhost\nX-HTTP-Method-Override: GET\nX-Method-Override: GET\nX-HTTP-Method: GET\nX-Secret: not-for-you\nContent-Length: 0\nConnection: close\n\n");

            answer.ShouldStartWith("HTTP/1.1 405", customMessage: path);
            BodyOf(answer).ToJsonString().ShouldBe("""{"detail":"Method Not Allowed"}""");
            answer.ShouldNotContain("not-for-you");
        }
    }

    [Fact]
    public async Task Headers_cannot_turn_a_read_into_a_write()
    {
        var answer = await RawHttp.SendAsync(Combined, "GET /scraper/results?_method=POST HTTP/1.1\nHost: localhost\nX-HTTP-Method-Override: POST\nConnection: close\n\n");

        answer.ShouldStartWith("HTTP/1.1 405");
    }

    [Theory]
    [InlineData("Content-Length: 4\nTransfer-Encoding: chunked", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\nContent-Length: 60", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\nTransfer-Encoding: identity", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding : chunked", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: \u000bchunked", "0\r\n\r\n")]
    [InlineData(" Transfer-Encoding: chunked", "0\r\n\r\n")]
    [InlineData("X: y\n\tTransfer-Encoding: chunked", "0\r\n\r\n")]
    [InlineData("Content-Length: 0\nContent-Length: 44", "")]
    [InlineData("Content-Length: 0x5", "0\r\n\r\n")]
    [InlineData("Content-Length: -1", "")]
    [InlineData("Content-Length: 5, 5", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked", "5;\nxxxxx\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked", "-1\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked", "fffffffffffffffff\r\n")]
    public async Task Conflicting_lengths_close_the_connection(string lengths, string body)
    {
        foreach (var path in (string[])["/scraper/results", "/scraperCatalog/upload", "/scraperCatalog/upload/batch", "/scraper/run"])
        {
            var answer = await RawHttp.SendAsync(
                Combined, $"POST {path} HTTP/1.1\nHost: localhost\nContent-Type: application/json\n{lengths}\n\n",
                System.Text.Encoding.Latin1.GetBytes($"{body}GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));

            Statuses(answer).ShouldHaveSingleItem().ShouldBeInRange(200, 499);
            answer.ShouldNotContain("\"service\"");
        }
    }

    [Fact]
    public async Task Control_one_length_serves_the_next_request()
    {
        var answer = await RawHttp.SendAsync(
            Combined, "POST /scraper/results HTTP/1.1\nHost: localhost\nContent-Type: application/json\nTransfer-Encoding: chunked\n\n",
            "d\r\n{\"events\":[]}\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray());

        Statuses(answer).ShouldBe([202, 200]);
        answer.ShouldContain("\"service\"");
    }

    [Theory]
    [InlineData("GET /catalog/events HTTP/1.0\n", "200")]
    [InlineData("GET http://localhost/catalog/events HTTP/1.1\nHost: localhost\n", "200")]
    [InlineData("GET http://elsewhere.example/catalog/events HTTP/1.1\nHost: localhost\n", "400")]
    [InlineData("GET file:///etc/passwd HTTP/1.1\nHost: localhost\n", "4")]
    [InlineData("GET /catalog/events HTTP/0.9\nHost: localhost\n", "505")]
    [InlineData("GET /catalog/events HTTP/3.0\nHost: localhost\n", "505")]
    [InlineData("GET  /catalog/events HTTP/1.1\nHost: localhost\n", "400")]
    [InlineData("GET /catalog/events\n", "400")]
    [InlineData("CONNECT localhost:80 HTTP/1.1\nHost: localhost:80\n", "4")]
    [InlineData("OPTIONS * HTTP/1.1\nHost: localhost\n", "4")]
    [InlineData("GET /catalog/events HTTP/1.1\nHost: localhost\nHost: other\n", "400")]
    [InlineData("GET /catalog/events HTTP/1.1\nHost: a/b@c\n", "400")]
    [InlineData("GET /catalog/events HTTP/1.1\nHost: localhost\nX: a\rb\n", "400")]
    [InlineData("GET /catalog/events HTTP/1.1\nHost: localhost\nX: a\0b\n", "400")]
    [InlineData("GET /catalog/events HTTP/1.1\nHost: localhost\nUpgrade: h2c\nConnection: Upgrade, HTTP2-Settings, close\nHTTP2-Settings: AAMAAABkAAQAAP__\n", "200")]
    [InlineData("GET /catalog/events HTTP/1.1\nHost: localhost\nExpect: 200-maybe\n", "")]
    [InlineData("GET /catalog/events HTTP/1.1\nHost: localhost\nIf-None-Match: \"\0\n", "400")]
    [InlineData("GET /catalog/events HTTP/1.1\nHost: localhost\nIf-None-Match: ,,,\"\"\",W/,*x\n", "200")]
    [InlineData("GET /catalog/events HTTP/1.1\nHost: localhost\nAccept: ,;q=,/*;q=9\n", "200")]
    [InlineData("GET /catalog/events HTTP/1.1\nHost: localhost\nRange: bytes=9-1,-0,5-\n", "200")]
    public async Task Odd_request_heads_never_fail(string head, string expected)
    {
        // Replaces line ends only; other control characters must arrive.
        var raw = $"{head}Connection: close\n\n".Replace("\n", "\r\n", StringComparison.Ordinal);
        var answer = await RawHttp.SendAsync(Combined, "", System.Text.Encoding.Latin1.GetBytes(raw));

        Statuses(answer).ShouldAllBe(status => status < 500 || status == 505);
        if (expected.Length > 0) answer.ShouldStartWith($"HTTP/1.1 {expected}");
    }

    [Theory]
    [InlineData(40_000, 1, "431")]
    [InlineData(10, 200, "431")]
    [InlineData(10, 50, "200")]
    public async Task Head_size_is_limited(int length, int count, string expected)
    {
        var headers = string.Concat(Enumerable.Range(0, count).Select(i => $"X-{i}: {new string('a', length)}\n"));

        (await RawHttp.SendAsync(Combined, $"GET /catalog/events HTTP/1.1\nHost: localhost\nConnection: close\n{headers}\n")).ShouldStartWith($"HTTP/1.1 {expected}");
        (await GetAsync("/catalog/events?q=" + new string('a', 9_000))).ShouldStartWith("HTTP/1.1 414");
    }

    [Fact]
    public async Task Forwarded_headers_of_strangers_are_ignored()
    {
        const string forged = "Host: evil.example\nX-Forwarded-Host: evil.example\nX-Forwarded-For: 10.0.0.1\nX-Forwarded-Proto: https\nX-Forwarded-Prefix: /evil\nX-Original-URL: /scraperCatalog/events\nX-Rewrite-URL: /scraperCatalog/events\nForwarded: host=evil.example;proto=https";
        for (var i = 0; i < 2; i++) await catalogue.PostAsync("/scraperCatalog/upload", catalogue.Event());

        var answer = await RawHttp.SendAsync(
            new IPEndPoint(IPAddress.Loopback, catalogue.Silo.Settings.PortOf("catalog")), $"GET /catalog/events?limit=1 HTTP/1.1\n{forged}\nConnection: close\n\n");
        var other = await RawHttp.SendAsync(
            new IPEndPoint(IPAddress.Loopback, catalogue.Silo.Settings.PortOf("catalog")), $"GET /nothing HTTP/1.1\n{forged}\nConnection: close\n\n");

        answer.ShouldStartWith("HTTP/1.1 200");
        answer.ShouldContain("rel=\"next\"");
        answer.ShouldNotContain("evil");
        answer.ShouldNotContain("https://localhost");
        other.ShouldStartWith("HTTP/1.1 404");
        other.ShouldNotContain("evil");
    }

    [Fact]
    public async Task Echoed_headers_are_harmless()
    {
        var answer = await RawHttp.SendAsync(
            Combined, "GET /catalog/events?%0d%0aX-Injected:%20yes=1&%22evil%22=2&fields=%0d%0aX-Injected:%20yes&cursor=%0d%0a HTTP/1.1\nHost: localhost\nX-Request-Id: a\tb\"c\nOrigin: https://evil.example\nConnection: close\n\n");

        answer.ShouldStartWith("HTTP/1.1 422");
        answer.Split("\r\n").ShouldNotContain(line => line.StartsWith("X-Injected", StringComparison.OrdinalIgnoreCase));
        answer.ShouldNotContain("Access-Control-Allow-Origin: https://evil.example");
    }

    private Task<string> GetAsync(string path) => RawHttp.SendAsync(Combined, $"GET {path} HTTP/1.1\nHost: localhost\nConnection: close\n\n");

    private static JsonNode BodyOf(string answer) => JsonNode.Parse(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])!;

    private static IEnumerable<int> Statuses(string answer) => StatusLine().Matches(answer).Select(line => int.Parse(line.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));

    [System.Text.RegularExpressions.GeneratedRegex(@"HTTP/1\.1 ([0-9]{3}) ", System.Text.RegularExpressions.RegexOptions.NonBacktracking)]
    private static partial System.Text.RegularExpressions.Regex StatusLine();
}
