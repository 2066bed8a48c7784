using Actors.Catalog.Duplicates;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Duplicates;

public sealed class ParallelDecisionTests(ITestOutputHelper output)
{
    private const int Groups = 20, InGroup = 5;

    [Fact]
    public Task Parallel_contradicting_decisions_stay_consistent() => RunAsync(null);

    [PostgresFact]
    public async Task Works_on_PostgreSQL()
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        await RunAsync(database.Url);
    }

    private async Task RunAsync(string? database)
    {
        var random = SeededRandom.Create(output);
        var catalogue = new Catalogue { Settings = settings => settings.Set("DATABASE_URL", database) };
        await catalogue.InitializeAsync();
        var desk = new Operator(catalogue);
        var groups = new List<string[]>();
        for (var g = 0; g < Groups; g++) groups.Add(await GroupAsync(desk, $"Зал {g}"));

        // A chain through every group whose ends are different: one decision of five must be refused, whichever is last.
        (string Verb, string One, string Other)[] decisions = [.. groups.SelectMany(g =>
            Enumerable.Range(0, InGroup - 1).Select(i => ("same", g[i], g[i + 1])).Append(("different", g[0], g[^1])))];
        random.Shuffle(decisions);
        var answers = await Task.WhenAll(decisions.Select(async d => (d, (await desk.RunAsync(d.Verb, d.One, d.Other)).Exit)));

        decisions.Length.ShouldBe(100);
        answers.Count(a => a.Exit == 1).ShouldBe(Groups, "one of every group is refused");
        var taken = await catalogue.Silo.App.Services.GetRequiredService<IDuplicateRows>().DecisionsAsync();
        taken.Select(d => (d.Same ? "same" : "different", d.First, d.Second)).Order()
            .ShouldBe(answers.Where(a => a.Exit == 0).Select(a => Row(a.d)).Order());
        var graph = new DecisionGraph(taken);
        await desk.ShowsAsync("/catalog/events", [.. groups.SelectMany(g => FirstOfEachSet(g, graph))]);
        await catalogue.DisposeAsync();
    }

    private static async Task<string[]> GroupAsync(Operator desk, string place)
    {
        var group = new List<string>();
        for (var i = 0; i < InGroup; i++) group.Add(await desk.AddAsync($"s{i}.example", place: place));
        return [.. group];
    }

    private static IEnumerable<string> FirstOfEachSet(string[] group, DecisionGraph graph) =>
        group.GroupBy(uuid => graph.NameOf(Guid.Parse(uuid))).Select(set => set.First());

    private static (string, Guid, Guid) Row((string Verb, string One, string Other) d)
    {
        var (first, second) = DuplicateDecision.Ordered(Guid.Parse(d.One), Guid.Parse(d.Other));
        return (d.Verb, first, second);
    }
}
