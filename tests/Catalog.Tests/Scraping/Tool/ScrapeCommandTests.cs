using System.Text.Json;
using Actors.Catalog.Scraping.Sources;
using Actors.Catalog.Scraping.Tool;
using Actors.Outbound;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Scraping.Tool;

public sealed class ScrapeCommandTests
{
    private static readonly string[] s_keys =
        ["title", "start", "end", "all_day", "place", "address", "price_min", "price_max", "currency", "image", "url", "mapped"];

    [SampleFact("samples/events")]
    public async Task Page_is_shown_as_json_with_mapped_events()
    {
        var file = Samples.Path("events/ru-podzemka-club-page1.html");
        var (exit, output, error) = await RunAsync(file, "--page-url", "https://podzemka.site/", "--today=2023-01-01", "--json");
        (exit, error).ShouldBe((0, ""));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        lines.Count.ShouldBe(2);
        lines[0].EnumerateObject().Select(p => p.Name).ShouldBe(s_keys);
        (lines[0].GetProperty("price_min").GetRawText(), lines[0].GetProperty("price_max").ValueKind).ShouldBe(("400", JsonValueKind.Null));
        var mapped = lines[0].GetProperty("mapped");
        (mapped.GetProperty("event_type").GetString(), mapped.GetProperty("price").GetInt64()).ShouldBe(("concert", 400L));
        mapped.GetProperty("date_preview").GetString().ShouldBe("2023-05-01T17:30:00+07:00");
    }

    [SampleFact("samples/events")]
    public async Task Missing_values_are_shown()
    {
        var file = Samples.Path("events/ru-timepad-api-event.json");
        (await RunAsync(file, "--today", "2021-08-01")).Output.ShouldContain("missing for the catalogue: type_unknown");
        var json = (await RunAsync(file, "--today", "2021-08-01", "--json")).Output;
        JsonDocument.Parse(json).RootElement.GetProperty("mapped").GetString().ShouldBe("type_unknown");
        (await RunAsync(file, "--today", "2021-08-01", "--source", "timepad-moscow", "--json")).Output.ShouldContain("\"event_type\":\"master_class\"");
        (await RunAsync(file, "--source", "timepad-moscow")).Output.ShouldContain("date_past");
    }

    [Fact]
    public async Task Event_without_date_is_shown_with_its_reason()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, """
            {"results":[{"id":1,"title":"Экспозиция","price":"300 рублей","images":[{"image":"https://media.kudago.com/a.jpg"}],"categories":["exhibition"],"place":{"title":"Музей"},
             "dates":[{"start":-62135433000,"end":253370754000,"is_endless":true,"is_startless":true,"schedules":[]}]}]}
            """);
        try
        {
            var (exit, output, error) = await RunAsync(file, "--page-url", "https://kudago.com/public-api/v1.4/events/", "--json");
            var line = JsonDocument.Parse(output).RootElement;
            (exit, line.GetProperty("title").GetString(), line.GetProperty("image").GetString()).ShouldBe((0, "Экспозиция", "https://media.kudago.com/a.jpg"));
            line.GetProperty("mapped").GetString().ShouldBe("date_missing");
            error.ShouldContain("Экспозиция has no date");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("a", "b")]
    [InlineData("a", "--today", "tomorrow")]
    [InlineData("a", "--today")]
    [InlineData("a", "--page-url", "site")]
    [InlineData("a", "--source", "nobody")]
    [InlineData("a", "--what")]
    [InlineData("ftp://x/y")]
    public async Task Invalid_arguments_exit_with_2(params string[] arguments)
    {
        var (exit, output, error) = await RunAsync(arguments);
        (exit, output).ShouldBe((2, ""));
        error.ShouldContain(". Usage: scrape URL|FILE");
        error.Trim().Split('\n').Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("http://localhost:1/")]
    [InlineData("/no/such/file.html")]
    public async Task Unavailable_page_exits_with_1(string target)
    {
        var (exit, output, error) = await RunAsync(target);
        (exit, output).ShouldBe((1, ""));
        error.ShouldContain(target);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var sources = SourcesFile.Read(await File.ReadAllTextAsync(RepoRoot.Combine("silo/sources.json")), "sources.json", _ => null).Sources;
        using var output = new StringWriter();
        using var error = new StringWriter();
        var command = new ScrapeCommand(sources, TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"), new Closed(), TimeProvider.System);
        return (await command.RunAsync(arguments, output, error, CancellationToken.None), output.ToString(), error.ToString());
    }

    private sealed class Closed : IOutbound
    {
        public Task<OutboundAnswer> GetAsync(Uri url, OutboundPolicy policy, CancellationToken cancellationToken = default) =>
            Task.FromResult(new OutboundAnswer(OutboundFailure.Unreachable, "the host does not answer", 0, default, null, url, null));

        public Task<OutboundAnswer> GetAsync(Uri url, OutboundPolicy policy, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken = default) =>
            GetAsync(url, policy, cancellationToken);

        public Task<OutboundAnswer> PostAsync(
            Uri url, ReadOnlyMemory<byte> json, OutboundPolicy policy, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken = default) =>
            GetAsync(url, policy, cancellationToken);
    }
}
