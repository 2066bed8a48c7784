using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Actors.Web.Errors;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Web.Tests.Http;

/// <summary>Promise S8: no body causes a 5xx.</summary>
public sealed class HostileBodies : IAsyncLifetime
{
    private const int Limit = 64 * 1024;
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync(app =>
    {
        app.MapPost("/limited", context => ReadAsync(context, BodyLimits.Default with { MaxBytes = Limit }));
        app.MapPost("/json", context => ReadAsync(context, BodyLimits.Default));
    });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(Limit - 1, 200)]
    [InlineData(Limit, 200)]
    [InlineData(Limit + 1, 413)]
    [InlineData(Limit * 20, 413)]
    public async Task The_limit_is_exact_with_a_length(int size, int status) =>
        (await PostAsync("/limited", new ByteArrayContent(Padded(size)))).ShouldBe(status);

    [Theory]
    [InlineData(Limit - 1, 200)]
    [InlineData(Limit, 200)]
    [InlineData(Limit + 1, 413)]
    [InlineData(Limit * 20, 413)]
    public async Task The_limit_is_exact_without_a_length(int size, int status) =>
        (await PostAsync("/limited", new StreamContent(new Unsized(Padded(size))))).ShouldBe(status);

    [Theory]
    [InlineData("gzip", Limit, 200)]
    [InlineData("br", Limit, 200)]
    [InlineData("deflate", Limit, 200)]
    [InlineData("gzip", Limit + 1, 413)]
    [InlineData("br", Limit + 1, 413)]
    [InlineData("deflate", Limit + 1, 413)]
    [InlineData("gzip", 50_000_000, 413)]
    [InlineData("br", 50_000_000, 413)]
    public async Task The_limit_counts_decompressed_bytes(string encoding, int size, int status)
    {
        var bomb = Compress(encoding, Padded(size));
        bomb.Length.ShouldBeLessThan(Limit);
        (await PostAsync("/limited", new ByteArrayContent(bomb), encoding)).ShouldBe(status);
    }

    [Fact]
    public async Task Control_without_the_limit_the_bomb_is_unpacked()
    {
        await using var open = await ApiServer.StartAsync(app => app.MapPost("/", context => ReadAsync(context, BodyLimits.Default with { MaxBytes = 60_000_000 })));
        using var content = new ByteArrayContent(Compress("gzip", Padded(50_000_000)));
        content.Headers.Add("Content-Encoding", "gzip");
        using var answer = await open.Client.PostAsync("/", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("zstd", 415)]
    [InlineData("gzip, gzip", 415)]
    [InlineData("gzip", 400)]
    [InlineData("br", 400)]
    [InlineData("deflate", 400)]
    [InlineData("identity", 200)]
    public async Task A_wrong_content_encoding_is_refused(string encoding, int status) =>
        (await PostAsync("/limited", new ByteArrayContent("{\"a\":1}"u8.ToArray()), encoding)).ShouldBe(status);

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("application/vnd.api+json", 200)]
    [InlineData(null, 200)]
    [InlineData("text/plain", 422)]
    [InlineData("application/x-www-form-urlencoded", 422)]
    [InlineData("nonsense", 422)]
    public async Task Content_types_are_handled_like_FastAPI(string? type, int status)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var answer = await _server.Client.PostAsync("/json", content);
        ((int)answer.StatusCode).ShouldBe(status);
    }

    public static TheoryData<string, byte[], int> Oddities => new()
    {
        { "empty", [], 422 },
        { "byte order mark", [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}'], 200 },
        { "byte order mark alone", [0xEF, 0xBB, 0xBF], 422 },
        { "UTF-16 with mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}")], 200 },
        { "UTF-16 big-endian without mark", Encoding.BigEndianUnicode.GetBytes("{\"a\":1}"), 200 },
        { "UTF-32", Encoding.UTF32.GetBytes("{\"a\":1}"), 200 },
        { "half a UTF-16 character", [.. Encoding.Unicode.GetBytes("{\"a\":1}"), 0x20], 400 },
        { "invalid UTF-8", [(byte)'"', 0xFF, (byte)'"'], 400 },
        { "overlong UTF-8", [(byte)'"', 0xC0, 0xAF, (byte)'"'], 400 },
        { "lone surrogate in a text", "{\"a\":\"\\uD800\"}"u8.ToArray(), 422 },
        { "lone surrogate in a key", "{\"\\udc00\":1}"u8.ToArray(), 422 },
        { "surrogate pair", "{\"a\":\"\\ud83d\\ude00\"}"u8.ToArray(), 200 },
        { "NUL escape", "{\"a\":\"\\u0000\"}"u8.ToArray(), 200 },
        { "raw NUL", "{\"a\":\"\0\"}"u8.ToArray(), 422 },
        { "depth 10 000", Encoding.ASCII.GetBytes(new string('[', 10_000) + new string(']', 10_000)), 422 },
        { "1e400", "[1e400,-1e400,1e-400]"u8.ToArray(), 200 },
        { "minus zero", "[-0,-0.0]"u8.ToArray(), 200 },
        { "duplicate keys", "{\"a\":1,\"a\":2}"u8.ToArray(), 200 },
        { "NaN", "[NaN]"u8.ToArray(), 422 },
        { "trailing text", "{} {}"u8.ToArray(), 422 },
    };

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task Unusual_bodies_are_read_or_refused(string what, byte[] body, int status) =>
        (await PostAsync("/json", new ByteArrayContent(body))).ShouldBe(status, what);

    [Fact]
    public async Task Many_keys_are_read_in_time_or_refused()
    {
        var million = Encoding.ASCII.GetBytes($"{{{string.Join(',', Enumerable.Range(0, 1_000_000).Select(i => $"\"k{i}\":1"))}}}");
        (await PostAsync("/json", new ByteArrayContent(million))).ShouldBe(413);
        var many = Encoding.ASCII.GetBytes($"{{{string.Join(',', Enumerable.Range(0, 300_000).Select(i => $"\"k{i}\":1"))}}}");
        var started = TimeProvider.System.GetTimestamp();
        (await PostAsync("/json", new ByteArrayContent(many))).ShouldBe(200);
        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("Content-Length: 5\nTransfer-Encoding: chunked\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\nTransfer-Encoding: identity\n", "0\r\n\r\n")]
    [InlineData("Transfer-Encoding: xchunked\n", "0\r\n\r\n")]
    [InlineData("Content-Length: 5\nContent-Length: 6\n", "{}    ")]
    [InlineData("Content-Length: -1\n", "{}")]
    [InlineData("Content-Length: abc\n", "{}")]
    [InlineData("Transfer-Encoding: chunked\n", "zz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Transfer-Encoding: chunked\n", "ffffffffffffffff\r\n{}\r\n0\r\n\r\n")]
    [InlineData("Content-Length: 100\n", "{}")]
    [InlineData("Transfer-Encoding: chunked\n", "2\r\n{}\r\n")]
    public async Task A_wrong_Content_Length_ends_the_connection(string headers, string body)
    {
        var answer = await RawHttp.SendAsync(_server.EndPoint, $"POST /json HTTP/1.1\nHost: localhost\nContent-Type: application/json\n{headers}\n", Encoding.ASCII.GetBytes(body), halfClose: true);

        answer.ShouldNotContain("HTTP/1.1 5", customMessage: string.Join('\n', _server.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal))));
        answer.ShouldNotContain("HTTP/1.1 200");
    }

    [Fact]
    public async Task Chunked_bodies_without_end_stop_at_the_limit()
    {
        var answer = await RawHttp.SendAsync(
            _server.EndPoint,
            "POST /limited HTTP/1.1\nHost: localhost\nContent-Type: application/json\nTransfer-Encoding: chunked\n\n",
            Encoding.ASCII.GetBytes($"{Limit + 16:x}\r\n{new string(' ', Limit + 16)}\r\n"));

        answer.ShouldStartWith("HTTP/1.1 413");
        answer.ShouldContain("""{"detail":"Payload Too Large"}""");
    }

    [Fact]
    public async Task The_servers_413_has_a_body()
    {
        await using var small = await ApiServer.StartAsync(app => app.MapPost("/raw", async context =>
        {
            context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = 10;
            await context.Request.Body.CopyToAsync(Stream.Null);
        }));
        using var answer = await small.Client.PostAsync("/raw", new StreamContent(new Unsized(new byte[4096])));
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"detail":"Payload Too Large"}""");
    }

    private static async Task ReadAsync(HttpContext context, BodyLimits limits)
    {
        var read = await JsonBody.ReadAsync(context, limits, context.RequestAborted);
        if (!read.Ok)
        {
            await ApiErrors.WriteAsync(context, read.Error);
            return;
        }

        // Reads every text and number, as a module would.
        await context.Response.WriteAsync(read.Root.GetRawText().Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<int> PostAsync(string path, HttpContent content, string? encoding = null)
    {
        content.Headers.ContentType ??= new MediaTypeHeaderValue("application/json");
        if (encoding is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        }

        using (content)
        {
            using var answer = await _server.Client.PostAsync(path, content);
            return (int)answer.StatusCode;
        }
    }

    private static byte[] Padded(int size)
    {
        var body = new byte[size];
        body.AsSpan().Fill((byte)' ');
        "{}"u8.CopyTo(body);
        return body;
    }

    private static byte[] Compress(string encoding, byte[] body)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.SmallestSize),
            "br" => new BrotliStream(packed, CompressionLevel.SmallestSize),
            _ => new ZLibStream(packed, CompressionLevel.SmallestSize),
        })
        {
            packer.Write(body);
        }

        return packed.ToArray();
    }
}
