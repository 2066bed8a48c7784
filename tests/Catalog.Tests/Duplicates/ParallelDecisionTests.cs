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
    public Task A_hundred_decisions_at_once_that_contradict_each_other_leave_one_truth() => RunAsync(null);

    [PostgresFact]
    public async Task On_PostgreSQL_as_well()
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

        // A chain through every group, and its ends are different: one decision of five must be refused, whichever comes last.
        (string Verb, string One, string Other)[] decisions = [.. groups.SelectMany(g =>
            Enumerable.Range(0, InGroup - 1).Select(i => ("same", g[i], g[i + 1])).Append(("different", g[0], g[^1])))];
        random.Shuffle(decisions);
        var answers = await Task.WhenAll(decisions.Select(async d => (d, (await desk.RunAsync(d.Verb, d.One, d.Other)).Exit)));

        decisions.Length.ShouldBe(100);
        answers.Count(a => a.Exit == 1).ShouldBe(Groups, "one of every group is refused");
        var taken = await catalogue.Silo.App.Services.GetRequiredService<ITwinRows>().DecisionsAsync();
        taken.Select(d => (d.Same ? "same" : "different", d.First, d.Second)).Order()
            .ShouldBe(answers.Where(a => a.Exit == 0).Select(a => Row(a.d)).Order());
        var graph = new TwinGraph(taken);
        await desk.ShowsAsync("/catalog/events", [.. groups.SelectMany(g => FirstOfEachSet(g, graph))]);
        await catalogue.DisposeAsync();
    }

    private static async Task<string[]> GroupAsync(Operator desk, string place)
    {
        var group = new List<string>();
        for (var i = 0; i < InGroup; i++) group.Add(await desk.AddAsync($"s{i}.example", place: place));
        return [.. group];
    }

    private static IEnumerable<string> FirstOfEachSet(string[] group, TwinGraph graph) =>
        group.GroupBy(uuid => graph.NameOf(Guid.Parse(uuid))).Select(set => set.First());

    private static (string, Guid, Guid) Row((string Verb, string One, string Other) d)
    {
        var (first, second) = TwinDecision.Ordered(Guid.Parse(d.One), Guid.Parse(d.Other));
        return (d.Verb, first, second);
    }
}
