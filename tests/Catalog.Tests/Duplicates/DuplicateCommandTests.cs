using Actors.Catalog.Tests.Kit;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Duplicates;

/// <summary>Candidates, decisions and lists on a running silo.</summary>
public sealed class DuplicateCommandTests
{
    [Fact]
    public Task Duplicates_are_found_and_decided() => TellAsync(null);

    [PostgresFact]
    public async Task Works_on_PostgreSQL()
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        await TellAsync(database.Url);
    }

    private static async Task TellAsync(string? database)
    {
        using var settings = new SiloSettings(("DATABASE_URL", database));
        var catalogue = await StartAsync(settings);
        var desk = new Operator(catalogue);
        var a = await desk.AddAsync("a.example");
        var b = await desk.AddAsync("b.example", "Shchelkunchik \u001b[31m");
        var c = await desk.AddAsync("c.example", "Балет");
        var late = await desk.AddAsync("c.example", date: "2031-09-01T23:00:00");
        var elsewhere = await desk.AddAsync("c.example", place: "Малый зал");
        await desk.ShowsAsync("/catalog/events", a, b, c, late, elsewhere);

        var (exit, said) = await desk.RunAsync("twins", "--limit", 1);
        exit.ShouldBe(0);
        said.ShouldContain($"{a}  Щелкунчик");
        said.ShouldContain($"{b}  Shchelkunchik");
        said.ShouldContain("2031-09-01 19:00  Большой зал");
        said.ShouldContain("a.example");
        said.ShouldNotContain("\u001b");
        (await desk.RunAsync("twins")).Said.ShouldContain("3 candidates");
        (await desk.RunAsync("twins")).Said.ShouldNotContain(late);

        (await desk.RunAsync("same", a, b, "--show", b)).ShouldBe((0, $"They are duplicates; {b} is shown."));
        await desk.ShowsAsync("/catalog/events", b, c, late, elsewhere);
        await desk.ShowsAsync("/catalog/events?q=shchelkunchik", b, late, elsewhere);
        await desk.ShowsAsync("/catalog/events?type=concert", b, c, late, elsewhere);
        (await desk.ListAsync($"/catalog/events?id={a}")).ShouldBe([a], "its page and source are kept");
        (await desk.ListAsync($"/catalog/events?id={a}&fields=uuid")).ShouldBe([a]);
        (await desk.RunAsync("twins")).Said.ShouldContain("1 candidates");

        (await desk.RunAsync("same", a, late)).Said.ShouldContain("different shows on one day");
        (await desk.RunAsync("different", c, b)).ShouldBe((0, "They are different."));
        (await desk.RunAsync("twins")).Said.ShouldBe("0 candidates");
        (await desk.RunAsync("same", c, a)).ShouldBe((1, (await desk.RunAsync("same", a, c)).Said));
        (await desk.RunAsync("different", a, b)).Exit.ShouldBe(1);

        (await catalogue.PostAsync("/scraper/results", Catalogue.Batch(Again(catalogue, a), Again(catalogue, b)))).Status.ShouldBe(202);
        await catalogue.DisposeAsync();
        catalogue = await StartAsync(settings);
        desk = new Operator(catalogue);
        await desk.ShowsAsync("/catalog/events", b, c, late, elsewhere);

        (await desk.RunAsync("undo", b, a)).ShouldBe((0, "They are no longer duplicates."));
        await desk.ShowsAsync("/catalog/events", a, b, c, late, elsewhere);
        await desk.ShowsAsync("/catalog/events?q=щелкунчик", a, b, late, elsewhere);
        (await desk.RunAsync("undo", b, a)).Exit.ShouldBe(1);
        (await desk.RunAsync("undo", b, c)).ShouldBe((0, "They are no longer different."));
        (await desk.RunAsync("twins")).Said.ShouldContain("3 candidates");
        await catalogue.DisposeAsync();
    }

    [Theory]
    [InlineData("twins", "--limit", "0")]
    [InlineData("twins", "--nonsense", "1")]
    [InlineData("same")]
    [InlineData("same", "x", "y")]
    [InlineData("same", "00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002", "--show", "00000000-0000-0000-0000-000000000003")]
    [InlineData("different", "00000000-0000-0000-0000-000000000001")]
    [InlineData("undo", "--show", "1")]
    public async Task Invalid_arguments_are_explained(string name, params string[] arguments)
    {
        var catalogue = new Catalogue();
        await catalogue.InitializeAsync();
        var (exit, said) = await new Operator(catalogue).RunAsync(name, [.. arguments]);
        await catalogue.DisposeAsync();

        exit.ShouldBe(2);
        said.ShouldContain($". Usage: {name} ");
    }

    private static async Task<Catalogue> StartAsync(SiloSettings settings)
    {
        var catalogue = new Catalogue { Given = settings };
        await catalogue.InitializeAsync();
        return catalogue;
    }

    private static System.Text.Json.Nodes.JsonObject Again(Catalogue catalogue, string uuid) => catalogue.Event(e => e["uuid"] = uuid);
}
