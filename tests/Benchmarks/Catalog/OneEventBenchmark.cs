using Actors.Benchmarks.Bare;
using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog;

/// <summary>
/// Measures <c>GET /catalog/events?id=…</c> through the event's grain with random ids, compared with a bare server with as many bytes.
/// </summary>
internal static class OneEventBenchmark
{
    private const int Seed = 20261102;
    private const int Events = 100_000;
    private const int Rounds = 5;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(4);

    public static async Task RunAsync()
    {
        using var settings = Deployed.Settings();
        using var scripts = new TempFolder("one");
        var random = new Random(Seed);
        await StoredEvents.FillAsync(settings, new Corpus(random), random, Events);
        var uuids = (await EventFile.UuidsAsync(settings)).Select(key => Guid.Parse(key).ToString()).ToArray();
        var byUuid = await ScriptAsync(scripts.Combine("uuids.lua"), uuids, random);
        var byNumber = await ScriptAsync(scripts.Combine("numbers.lua"), (await EventFile.NumbersAsync(settings)).Select(id => $"{id}"), random);
        await using var silo = await SiloProcess.StartAsync(settings);
        await using var bare = await BareProcess.StartAsync(new Uri(settings.AddressOf(), $"/catalog/events?id={uuids[0]}"));
        Table.Title($"GET /catalog/events?id=…, ids at random, {Events:N0} events stored, 64 connections of wrk");
        await Wrk.RunScriptAsync(bare.Address, s_warmUp, byUuid);
        Table.Row("by uuid, each asked for the first time", await Wrk.RunScriptAsync(settings.AddressOf(), s_warmUp, byUuid), "requests/s");
        for (var i = 0; i < 3; i++) await Wrk.RunScriptAsync(settings.AddressOf(), s_warmUp, byUuid);
        await CompareAsync("by uuid", settings.AddressOf(), bare.Address, byUuid);
        await CompareAsync("by number", settings.AddressOf(), bare.Address, byNumber);
    }

    private static async Task CompareAsync(string name, Uri silo, Uri bare, string script)
    {
        var (ours, theirs) = await SideBySide.RunAsync(
            () => Wrk.RunScriptAsync(silo, s_turn, script), () => Wrk.RunScriptAsync(bare, s_turn, script), Rounds);
        Table.Row($"bare Kestrel, asked {name}", theirs, "requests/s");
        Table.Row(name, ours, "requests/s");
        Table.Row("  of bare Kestrel", 100 * ours / theirs, "%", "60");
    }

    // Every thread of wrk runs the script separately and starts at another position.
    private static async Task<string> ScriptAsync(string file, IEnumerable<string> ids, Random random)
    {
        var shuffled = ids.ToArray();
        random.Shuffle(shuffled);
        await File.WriteAllTextAsync(file, $$"""
            local ids = { {{string.Join(",\n", shuffled.Select(id => $"\"{id}\""))}} }
            local threads, i = 0, 0
            function setup(thread) thread:set("first", threads * #ids / 2 + os.time() * 997); threads = threads + 1 end
            function init() i = first end
            function request() i = i + 1; return wrk.format("GET", "/catalog/events?id=" .. ids[i % #ids + 1]) end
            """);
        return file;
    }
}
