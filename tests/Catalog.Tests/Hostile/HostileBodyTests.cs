using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kit;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Hostile;

/// <summary>Promise S8 on the routes of the catalogue: for any body the response is below 500, and nothing is created or lost.</summary>
public sealed class HostileBodyTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    private const int BodyLimit = 4 * 1024 * 1024;
    private const string Results = "/scraper/results";

    public static TheoryData<string> Routes => [Results, "/scraperCatalog/upload", "/scraperCatalog/upload/batch"];

    [SampleTheory("samples/corpora/json-test-suite")]
    [MemberData(nameof(Routes))]
    public async Task Json_test_suite_is_refused(string route)
    {
        foreach (var name in Samples.Names("corpora/json-test-suite", "*.json"))
        {
            var (status, body) = await PostAsync(route, Samples.Bytes($"corpora/json-test-suite/{name}"));

            status.ShouldBeOneOf([400, 422], $"{name}: {body}");
            JsonNode.Parse(body)!["detail"].ShouldNotBeNull(name);
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Json_test_suite_in_fields_never_fails(string route)
    {
        foreach (var value in (string[])["1e400", "-0", "[]", "{}", "\"\\ud800\"", "\"\\u0000\"", "1.5", "-1", "null", "true", "\"" + new string('x', 5000) + "\""])
        {
            foreach (var field in catalogue.Event().Select(f => f.Key))
            {
                var text = Replaced(catalogue.Event(), field, value);
                var (status, body) = await PostAsync(route, Encoding.UTF8.GetBytes(route == "/scraperCatalog/upload" ? text : $$"""{"events":[{{text}}]}"""));

                (status < 500 || body.Contains("image_download_failed", StringComparison.Ordinal)).ShouldBeTrue($"{field} = {value}: {status} {body}");
            }
        }
    }

    [Theory]
    [InlineData(BodyLimit, 202)]
    [InlineData(BodyLimit + 1, 413)]
    public async Task Body_limit_is_exact(int size, int expected)
    {
        var body = new byte[size];
        body.AsSpan().Fill((byte)' ');
        """{"events":[]}"""u8.CopyTo(body);

        (await PostAsync(Results, body)).Status.ShouldBe(expected);
        (await PostAsync(Results, Zipped(body), "gzip")).Status.ShouldBe(expected);
    }

    [Fact]
    public async Task Compression_bomb_is_413()
    {
        var bomb = Zipped(new byte[100 * 1024 * 1024]);
        bomb.Length.ShouldBeLessThan(BodyLimit);

        (await PostAsync(Results, bomb, "gzip")).Status.ShouldBe(413);
    }

    [Fact]
    public async Task Depth_keys_and_duplicates_are_harmless()
    {
        var deep = Encoding.UTF8.GetBytes(new string('[', 10_000) + new string(']', 10_000));
        var keys = Encoding.UTF8.GetBytes("{" + string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"k{i}\":0")) + "}");
        var twice = Replaced(catalogue.Event(), "title", "\"first\",\"title\":\"last\"");

        (await PostAsync(Results, deep)).Status.ShouldBeOneOf(400, 422);
        (await PostAsync(Results, keys)).Status.ShouldBe(422);
        (await PostAsync("/scraperCatalog/upload", Encoding.UTF8.GetBytes(twice))).Status.ShouldBe(201);
    }

    private async Task<(int Status, string Body)> PostAsync(string route, byte[] body, string? encoding = null)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        using var answer = await catalogue.Silo.Client.PostAsync(route, content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string Replaced(JsonObject scraped, string field, string raw)
    {
        scraped[field] = "@@@";
        return scraped.ToJsonString().Replace("\"@@@\"", raw, StringComparison.Ordinal);
    }

    private static byte[] Zipped(byte[] body)
    {
        var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(body);
        return zipped.ToArray();
    }
}
