using System.IO.Compression;
using System.Text;
using Actors.Catalog.Listing.Lists;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>Lists are compressed on the first request for a coding.</summary>
public sealed class CodedBodyTests
{
    private static readonly byte[] s_body = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 500).Select(n => $"\"Событие {n}\""))}]");

    [Theory]
    [InlineData(null, "Identity")]
    [InlineData("", "Identity")]
    [InlineData("gzip", "Gzip")]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("br;q=0.5, gzip", "Gzip")]
    [InlineData("br;q=0, gzip;q=0", "Identity")]
    [InlineData("*", "Brotli")]
    [InlineData("*;q=0", "Identity")]
    [InlineData("br;q=0, *", "Gzip")]
    [InlineData("identity, br;q=0.9", "Identity")]
    [InlineData("BR", "Brotli")]
    [InlineData("zstd", "Identity")]
    [InlineData(";;;", "Identity")]
    public void The_preferred_coding_is_chosen(string? accepted, string coding)
    {
        var http = new DefaultHttpContext();
        if (accepted is not null) http.Request.Headers.AcceptEncoding = accepted;
        ContentCodings.ChosenBy(http.Request).ToString().ShouldBe(coding);
    }

    [Fact]
    public async Task Every_coding_has_the_same_content_and_is_made_once()
    {
        var body = new CodedBody(s_body);
        var (brotli, gzip) = (await body.InAsync(ContentCoding.Brotli), await body.InAsync(ContentCoding.Gzip));
        (brotli.Length < s_body.Length / 4, gzip.Length < s_body.Length / 4).ShouldBe((true, true));
        Read(new BrotliStream(Stream(brotli), CompressionMode.Decompress)).ShouldBe(s_body);
        Read(new GZipStream(Stream(gzip), CompressionMode.Decompress)).ShouldBe(s_body);
        var again = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => body.InAsync(ContentCoding.Brotli)));
        again.ShouldAllBe(b => b.Equals(brotli));
    }

    [Fact]
    public void A_short_body_is_not_compressed() => new CodedBody(new byte[CodedBody.Shortest - 1]).Usable(ContentCoding.Brotli).ShouldBe(ContentCoding.Identity);

    [Fact]
    public async Task A_compressed_list_has_its_own_ETag()
    {
        var served = new ServedList(new CachedList(s_body, null, 0), TimeSpan.Zero);
        var plain = await AskAsync(served, null);
        var packed = await AskAsync(served, "br");
        (plain.Headers.ETag.ToString(), packed.Headers.ETag.ToString()).ShouldBe((EntityTags.Of(s_body), EntityTags.In(EntityTags.Of(s_body), ContentCoding.Brotli)));
        (plain.Headers.Vary.ToString(), packed.Headers.Vary.ToString()).ShouldBe(("Accept-Encoding", "Accept-Encoding"));
        (plain.Headers.ContentEncoding.ToString(), packed.Headers.ContentEncoding.ToString()).ShouldBe(("", "br"));
        Read(new BrotliStream(Stream(((MemoryStream)packed.Body).ToArray()), CompressionMode.Decompress)).ShouldBe(s_body);
        packed.ContentLength.ShouldBe(packed.Body.Length);
        (await AskAsync(served, "br", packed.Headers.ETag)).StatusCode.ShouldBe(304);
        (await AskAsync(served, "br", plain.Headers.ETag)).StatusCode.ShouldBe(200, "the plain bytes are other bytes");
    }

    private static async Task<HttpResponse> AskAsync(ServedList served, string? accepted, string? known = null)
    {
        var http = new DefaultHttpContext();
        http.Response.Body = new MemoryStream();
        if (accepted is not null) http.Request.Headers.AcceptEncoding = accepted;
        if (known is not null) http.Request.Headers.IfNoneMatch = known;
        await new EventListResult(served).ExecuteAsync(http);
        return http.Response;
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) => new(bytes.ToArray());

    private static byte[] Read(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }
}
