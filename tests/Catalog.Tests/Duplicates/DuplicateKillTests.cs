using System.Text;
using System.Text.Json.Nodes;
using Actors.Catalog.Tests.Kill;
using Actors.Hosting.Commands;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Duplicates;

/// <summary>Decisions under <c>kill -9</c>: an acknowledged decision holds; any other is applied completely or not at all.</summary>
public sealed class DuplicateKillTests(ITestOutputHelper output)
{
    private const int Kills = 8, PairsAKill = 4;

    [Fact]
    public async Task Decisions_are_atomic_under_kills()
    {
        var random = SeededRandom.Create(output);
        await using var site = await FakeUpstream.StartAsync();
        using var settings = new SiloSettings(("OUTBOUND_ALLOW", site.AllowEntry));
        await using var silo = await SiloProcess.StartAsync(settings);
        var pairs = await PairsAsync(silo, site, random);
        var acknowledged = new HashSet<(string, string)>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var turn = pairs.Skip(kill * PairsAKill).Take(PairsAKill).Select(pair => DecideAsync(silo, pair)).ToList();
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(60)), TimeProvider.System);
            await silo.KillAsync();
            acknowledged.UnionWith((await Task.WhenAll(turn)).OfType<(string, string)>());
            await silo.RestartAsync();
        }

        // The outbox applies decisions at the latest. Then every pair is either in the list once and not a candidate, or twice and a candidate.
        await Waiting.UntilAsync("every decision to be told", async () => (await HalvesAsync(silo, pairs)).Count == 0);
        var listed = await ListAsync(silo);
        output.WriteLine($"{acknowledged.Count} of {pairs.Count} acknowledged, {pairs.Count(p => !listed.Contains(p.Item2))} decided");
        acknowledged.ShouldAllBe(pair => listed.Contains(pair.Item1) && !listed.Contains(pair.Item2));
        acknowledged.Count.ShouldBeLessThan(pairs.Count, "no kill hit a running decision, so the test proved nothing");
    }

    private static async Task<List<(string, string)>> PairsAsync(SiloProcess silo, FakeUpstream site, Random random)
    {
        const int count = Kills * PairsAKill;
        var sent = Workload.Batches(random, site, batches: 2, batchSize: count);
        for (var b = 0; b < 2; b++)
        {
            var events = sent[b]["events"]!.AsArray();
            for (var i = 0; i < count; i++)
            {
                (events[i]!["place"], events[i]!["url"]) = ($"Зал {i}", $"https://source{b}.example/{i}");
                (events[i]!["date_preview"], events[i]!["date_list"]) = ("2031-01-01T19:00:00", new JsonArray("2031-01-01T19:00:00"));
            }

            using var content = new StringContent(sent[b].ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await silo.Client.PostAsync(new Uri("/scraperCatalog/upload/batch", UriKind.Relative), content);
            ((int)answer.StatusCode).ShouldBe(201);
        }

        return [.. Workload.UuidsOf(sent[0]).Zip(Workload.UuidsOf(sent[1]))];
    }

    /// <summary>The pair if the decision was acknowledged.</summary>
    private static async Task<(string, string)?> DecideAsync(SiloProcess silo, (string, string) pair)
    {
        var (exit, _) = await RunAsync(silo, "same", pair.Item1, pair.Item2);
        return exit == 0 ? pair : null;
    }

    /// <summary>Pairs for which the list and the candidates disagree.</summary>
    private static async Task<List<(string, string)>> HalvesAsync(SiloProcess silo, List<(string, string)> pairs)
    {
        var listed = await ListAsync(silo);
        var (_, candidates) = await RunAsync(silo, "twins", "--limit", "1000");
        return [.. pairs.Where(pair => !listed.Contains(pair.Item1) || listed.Contains(pair.Item2) != candidates.Contains(pair.Item2, StringComparison.Ordinal))];
    }

    private static async Task<HashSet<string>> ListAsync(SiloProcess silo)
    {
        var list = await silo.Client.GetStringAsync(new Uri("/catalog/events", UriKind.Relative));
        return [.. JsonNode.Parse(list)!.AsArray().Select(e => e!["uuid"]!.ToString())];
    }

    private static async Task<(int? Exit, string Said)> RunAsync(SiloProcess silo, string name, params string[] arguments)
    {
        var said = new StringBuilder();
        try
        {
            var exit = await CommandClient.TryRunAsync(silo.Settings.DataDir, name, arguments, line => said.AppendLine(line));
            return (exit, said.ToString());
        }
        catch (IOException)
        {
            return (null, "");
        }
    }
}
