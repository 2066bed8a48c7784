using System.Diagnostics;
using System.Text.Json.Nodes;
using Actors.TestKit;

namespace Actors.Specs.Tests.EventsPlatform;

/// <summary>The curl example of the specification against port 8002. Only the host of its picture is replaced.</summary>
public sealed class CurlExampleTests
{
    private const int SpecPort = 8002;
    private const string PictureInSpec = "https://example.com/poster.jpg";
    private static readonly string s_request = File.ReadAllText(RepoRoot.Combine("tests/Specs.Tests/Requests/scraper-results.sh"));

    [SampleFact("specs/events-platform.md")]
    public void The_request_equals_that_of_the_specification() =>
        File.ReadAllText(SharedFolder.Combine("specs/events-platform.md")).ShouldContain(s_request);

    [PortFact(SpecPort)]
    public async Task The_printed_request_works_and_can_be_repeated()
    {
        await using var site = await FakeUpstream.StartAsync();
        site.OnBytes("/poster.jpg", Pictures.Bitmap(0x336699), "image/jpeg");
        using var settings = new SiloSettings(("OUTBOUND_ALLOW", site.AllowEntry)).Listener("scraper", SpecPort);
        await using var silo = await SiloProcess.StartAsync(settings);

        (await CurlAsync(site)).ShouldBe("""{"sent":1,"skipped":0,"failed":[]} 202""");
        (await CurlAsync(site)).ShouldBe("""{"sent":0,"skipped":1,"failed":[]} 202""");

        var list = JsonNode.Parse(await silo.ClientFor("catalog").GetStringAsync(new Uri("/catalog/events", UriKind.Relative)));
        var listed = list!.AsArray().ShouldHaveSingleItem();
        (listed.Text("uuid"), listed.Text("title"), listed.Text("source_id")).ShouldBe(("11111111-1111-1111-1111-111111111111", "Концерт группы X", "123"));
        site.Count("/poster.jpg").ShouldBe(1);
    }

    // curl's configuration file turns the progress off and appends the status; the command stays as printed.
    private static async Task<string> CurlAsync(FakeUpstream site)
    {
        using var home = new TempFolder("curl");
        await File.WriteAllTextAsync(home.Combine(".curlrc"), "silent\nshow-error\nwrite-out=\" %{http_code}\"\n");
        var start = new ProcessStartInfo("bash", ["-c", s_request.Replace(PictureInSpec, site.Url("/poster.jpg").ToString(), StringComparison.Ordinal)])
        {
            RedirectStandardOutput = true,
            Environment = { ["CURL_HOME"] = home.Folder, ["no_proxy"] = "*" },
        };
        using var curl = Process.Start(start)!;
        var said = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        return said.Trim();
    }
}
