using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog;

/// <summary>
/// Measures <c>POST /scraper/results</c> in batches of 100: new events with known posters, then the same events again; compared with hand-written
/// inserts.
/// </summary>
internal static class IngestBenchmark
{
    private const int Seed = 20261104;
    private const int Connections = 1;
    private const int Rounds = 3;
    private const int Endless = 1_000_000;

    /// <summary>The distance between the first batches of two rounds; larger than a round.</summary>
    private const int Apart = 3_000;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(4);

    public static async Task RunAsync()
    {
        await using var pictures = await FakeUpstream.StartAsync();
        using var settings = Deployed.Settings(("OUTBOUND_ALLOW", pictures.AllowEntry));
        using var folder = new TempFolder("ingest");
        var random = new Random(Seed);
        var load = new IngestLoad(settings.IngestToken(), new Corpus(random), random, pictures, folder);
        load.ServePictures();
        await using var silo = await SiloProcess.StartAsync(settings);
        var script = await load.ScriptAsync("first.lua", 0, Endless);
        await Wrk.RunScriptAsync(settings.AddressOf(), s_warmUp, script, Connections); // Warms up and fetches the pictures.
        var microseconds = new List<double>();
        var (fresh, raw) = await NewAsync(settings, load, folder, silo.ProcessId, microseconds);
        var again = await AgainAsync(settings, load);
        Table.Title($"POST /scraper/results, batches of {IngestLoad.Batch} events, one caller in sequence");
        Table.Row("new events, posters known, durable", fresh, "events/s", "8 000");
        Table.Row("  rows written by hand, transactions of 100", raw, "rows/s");
        Table.Row("  of these", 100 * fresh / raw, "%", "35");
        Table.Row("  processor time of a new event", SideBySide.Median(microseconds), "µs");
        Table.Row("the same batches again", again, "events/s", "60 000");
    }

    private static async Task<(double Fresh, double Raw)> NewAsync(
        SiloSettings settings, IngestLoad load, TempFolder folder, int process, List<double> microseconds)
    {
        var round = 0;
        return await SideBySide.RunAsync(
            async () => await FreshAsync(settings, await load.ScriptAsync("new.lua", ++round * Apart, Endless), process, microseconds),
            () => Task.FromResult(RawEvents.RowsPerSecond(EventFile.Of(settings), folder.Combine($"raw{round}.db"), s_turn)),
            Rounds);
    }

    // Counts the stored events, to check the acknowledged ones.
    private static async Task<double> FreshAsync(SiloSettings settings, string script, int process, List<double> microseconds)
    {
        var before = await EventFile.CountAsync(settings);
        var used = ProcessUse.Of(process);
        var perSecond = IngestLoad.Batch * await Wrk.RunScriptAsync(settings.AddressOf(), s_turn, script, Connections);
        var stored = await EventFile.CountAsync(settings) - before;
        microseconds.Add((ProcessUse.Of(process).Processor - used.Processor) * 1e6 / stored);
        return stored >= perSecond * s_turn.TotalSeconds * 0.98
            ? perSecond
            : throw new InvalidOperationException($"{perSecond:N0} events/s were answered, but only {stored} stored.");
    }

    private static async Task<double> AgainAsync(SiloSettings settings, IngestLoad load)
    {
        var script = await load.ScriptAsync("again.lua", Apart, 20);
        await Wrk.RunScriptAsync(settings.AddressOf(), s_turn, script, Connections); // Waits until the last round is stored.
        var (before, figures) = (await EventFile.CountAsync(settings), new List<double>());
        for (var round = 0; round < Rounds; round++)
            figures.Add(IngestLoad.Batch * await Wrk.RunScriptAsync(settings.AddressOf(), s_turn, script, Connections));
        return await EventFile.CountAsync(settings) == before
            ? SideBySide.Median(figures)
            : throw new InvalidOperationException("Events that were known were stored again.");
    }
}
