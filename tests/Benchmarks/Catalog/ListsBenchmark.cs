using Actors.Benchmarks.Bare;
using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog;

/// <summary><c>GET /catalog/events</c> beside a bare server that answers the same bytes, both in processes of their own.</summary>
internal static class ListsBenchmark
{
    private const int Seed = 20261101;
    private const int Rounds = 5;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(4);

    public static async Task RunAsync()
    {
        foreach (var count in new[] { 50, 1000 }) await MeasureAsync(count);
    }

    private static async Task MeasureAsync(int count)
    {
        using var settings = Deployed.Settings();
        var random = new Random(Seed);
        await StoredEvents.FillAsync(settings, new Corpus(random), random, count);
        await using var silo = await SiloProcess.StartAsync(settings);
        var list = new Uri(settings.AddressOf(), "/catalog/events");
        await using var bare = await BareProcess.StartAsync(list);
        Table.Title($"GET /catalog/events, {count} events, {(await silo.Client.GetByteArrayAsync(list)).Length / 1000:N0} KB, 64 connections of wrk");
        await Wrk.RunAsync(bare.Address, s_warmUp);
        await Wrk.RunAsync(list, s_warmUp);
        var (ours, theirs) = await SideBySide.RunAsync(() => Wrk.RunAsync(list, s_turn), () => Wrk.RunAsync(bare.Address, s_turn), Rounds);
        Table.Row("bare Kestrel, the same bytes", theirs, "requests/s");
        Table.Row("/catalog/events", ours, "requests/s");
        Table.Row("of bare Kestrel", 100 * ours / theirs, "%", "95");
    }
}
