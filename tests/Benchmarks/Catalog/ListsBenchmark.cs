using Actors.Benchmarks.Bare;
using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog;

/// <summary>Measures <c>GET /catalog/events</c> compared with a bare server that returns the same bytes, each in a separate process.</summary>
internal static class ListsBenchmark
{
    private const int Seed = 20261101;
    private const int Rounds = 5;
    private const int Short = 50;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(4);

    public static async Task RunAsync()
    {
        foreach (var count in new[] { Short, 1000 }) await MeasureAsync(count);
    }

    private static async Task MeasureAsync(int count)
    {
        using var settings = Deployed.Settings();
        var random = new Random(Seed);
        await StoredEvents.FillAsync(settings, new Corpus(random), random, count);
        await using var silo = await SiloProcess.StartAsync(settings);
        var list = new Uri(settings.AddressOf(), "/catalog/events");
        await using var bare = await BareProcess.StartAsync(list);
        var bytes = await silo.Client.GetByteArrayAsync(list);
        Table.Title($"GET /catalog/events, {count} events, {bytes.Length / 1000:N0} KB, 64 connections of wrk");
        await Wrk.RunAsync(bare.Address, s_warmUp);
        await Wrk.RunAsync(list, s_warmUp);
        await CompareAsync(silo, list, bare, "95");
        await CompareWithNginxAsync(list, bytes);
        if (count > Short) return;
        using var neighbour = new Busy();
        Table.Title("The same beside a busy process of lower priority");
        await CompareAsync(silo, list, bare, "90");
    }

    private static async Task CompareAsync(SiloProcess silo, Uri list, BareProcess bare, string asked)
    {
        var (mine, others) = (new List<double>(), new List<double>());
        var (ours, theirs) = await SideBySide.RunAsync(
            () => RateAsync(list, silo.ProcessId, mine), () => RateAsync(bare.Address, bare.ProcessId, others), Rounds);
        Table.Row("bare Kestrel, the same bytes", theirs, "requests/s");
        Table.Row("  processor time of a request", SideBySide.Median(others), "µs");
        Table.Row("/catalog/events", ours, "requests/s");
        Table.Row("  processor time of a request", SideBySide.Median(mine), "µs");
        Table.Row("of bare Kestrel", 100 * ours / theirs, "%", asked);
    }

    private static async Task CompareWithNginxAsync(Uri list, byte[] bytes)
    {
        await using var nginx = await NginxServer.StartAsync(bytes);
        if (nginx is null) return;
        await Wrk.RunAsync(nginx.Address, s_turn);
        var (ours, theirs) = await SideBySide.RunAsync(() => Wrk.RunAsync(list, s_turn), () => Wrk.RunAsync(nginx.Address, s_turn), Rounds);
        Table.Row("nginx, the same bytes from a file", theirs, "requests/s");
        Table.Row("of nginx", 100 * ours / theirs, "%");
    }

    private static async Task<double> RateAsync(Uri address, int process, List<double> microseconds)
    {
        var before = ProcessUse.Of(process);
        var rate = await Wrk.RunAsync(address, s_turn);
        microseconds.Add((ProcessUse.Of(process).Processor - before.Processor) * 1e6 / (rate * s_turn.TotalSeconds));
        return rate;
    }
}
