using Actors.Core.Commands;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Scraping.Runs;

/// <summary>Operator commands for failed items, on real rows.</summary>
public sealed class OperatorCommandTests : IDisposable
{
    private readonly TempFolder _folder = new("failed-items");
    private readonly List<string> _lines = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Failed_items_are_listed_searched_and_replayed() => ListSearchReplayAsync();

    [PostgresFact]
    public async Task Works_on_PostgreSQL()
    {
        var server = await PostgresServer.StartAsync();
        await using var database = await server.CreateDatabaseAsync();
        await ListSearchReplayAsync(("DATABASE_URL", database.Url));
    }

    private async Task ListSearchReplayAsync(params (string Name, string Value)[] settings)
    {
        var bench = new RunBench(events: 6);
        bench.Intake.Refused.UnionWith(["Событие 1", "Событие 4"]);
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder, settings);
        await host.EndOfAsync(1);
        (await RunAsync(host, "failed", "--source", "site", "--reason", "intake_failed")).ShouldBe(0);
        _lines[^1].ShouldBe("2 failed items");
        (await RunAsync(host, "failed", "--search", "/E/4")).ShouldBe(0);
        _lines[^1].ShouldBe("1 failed items");
        (await RunAsync(host, "failed", "--search", "%")).ShouldBe(0);
        _lines[^1].ShouldBe("0 failed items", "a wildcard is an ordinary character");
        bench.Intake.Refused.Remove("Событие 4");
        (await RunAsync(host, "replay", "site", "4")).ShouldBe(0);
        _lines[^1].ShouldBe("1 new events, 0 already known, 0 failed again");
        (await RunAsync(host, "replay", "site")).ShouldBe(1);
        _lines[^1].ShouldBe("0 new events, 0 already known, 1 failed again");
        bench.Site.Asked.Count(p => p == "/e/1").ShouldBe(2);
        bench.Site.Asked.Count(p => p == "/e/0").ShouldBe(1);
    }

    [Fact]
    public async Task Stored_page_of_an_event_is_shown()
    {
        var bench = new RunBench(events: 2);
        await using var host = await SourceHost.StartAsync(bench, _folder.Folder);
        await host.EndOfAsync(1);
        var uuid = bench.Intake.Created.Keys.First().ToString();
        (await RunAsync(host, "payload", uuid)).ShouldBe(0);
        _lines.ShouldHaveSingleItem().ShouldContain(MemorySite.Host + "/e/");
        (await RunAsync(host, "payload", uuid, "--page", "1")).ShouldBe(0);
        bench.Site.Pages.Values.ShouldContain(_lines[^1]);
    }

    [Theory]
    [InlineData("failed", "--reason", "no_such_reason")]
    [InlineData("failed", "--limit", "0")]
    [InlineData("failed", "--nonsense", "1")]
    [InlineData("replay")]
    [InlineData("replay", "no-such-source")]
    [InlineData("payload")]
    [InlineData("payload", "x", "--page", "zero")]
    public async Task Invalid_arguments_are_explained(params string[] arguments)
    {
        await using var host = await SourceHost.StartAsync(new RunBench(events: 1), _folder.Folder);
        (await RunAsync(host, arguments)).ShouldBe(2);
        _lines.ShouldNotBeEmpty();
    }

    private Task<int> RunAsync(SourceHost host, params string[] arguments)
    {
        _lines.Clear();
        var call = new CommandCall([.. arguments[1..]], line =>
        {
            _lines.Add(line);
            return Task.CompletedTask;
        });
        return host.Command(arguments[0]).RunAsync(call, CancellationToken.None);
    }
}
