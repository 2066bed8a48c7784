using System.Collections.Immutable;
using Actors.Catalog.Grains.Sources;
using Actors.Catalog.Ports.Sources;
using Actors.Plumbing.Commands;

namespace Actors.Catalog.Adapters.Scraping.Commands;

/// <summary><c>replay</c>: reads the pages of failed items again, now, and says what became of them.</summary>
internal sealed class ReplayCommand(IFailedItems items, ScrapingSettings settings, IGrainFactory grains) : ICommandHandler
{
    private const int Wrong = 2, Nothing = 1;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(15);

    public string Name => "replay";

    public string Usage => "replay SOURCE [--reason REASON] [KEY …]: reads the pages of a source's failed items again, of all or of those with these keys";

    public async Task<int> RunAsync(CommandCall call, CancellationToken ct)
    {
        if (CommandOptions.Read(call.Arguments, "reason") is not { Words: [var source, .. var keys] } options)
        {
            await call.WriteLine(Usage);
            return Wrong;
        }
        if (settings.Find(source) is null)
        {
            await call.WriteLine($"There is no source {source} in this environment.");
            return Wrong;
        }
        var wanted = await WantedAsync(new(source, options.Value("reason"), Limit: FailedItemFilter.MostLimit), [.. keys], ct);
        if (wanted.Count == 0)
        {
            await call.WriteLine("No failed item fits.");
            return Nothing;
        }
        return await ReplayAsync(source, wanted, call, ct);
    }

    private async Task<List<FailedItem>> WantedAsync(FailedItemFilter filter, ImmutableHashSet<string> keys, CancellationToken ct)
    {
        var found = await items.FindAsync(filter, ct);
        return [.. found.Where(item => item.Page is not null && (keys.IsEmpty || keys.Contains(item.ItemKey)))];
    }

    private async Task<int> ReplayAsync(string source, List<FailedItem> wanted, CommandCall call, CancellationToken ct)
    {
        ImmutableArray<PageRef> pages = [.. wanted.Select(item => new PageRef(item.Page!, item.PageIsList ?? false)).DistinctBy(page => page.Url)];
        await call.WriteLine($"{wanted.Count} failed items on {pages.Length} pages are read again");
        var grain = grains.GetSource(source);
        var run = await grain.Replay(pages);
        while (!(await grain.Progress(run, Wait, ct)).Finished)
            ct.ThrowIfCancellationRequested();
        var counts = (await grain.Progress(run, TimeSpan.Zero, ct)).Counts;
        var left = await WantedAsync(new(source, Limit: FailedItemFilter.MostLimit), [.. wanted.Select(item => item.ItemKey)], ct);
        await call.WriteLine($"{counts.Sent} new events, {counts.Skipped} known already, {left.Count} failed again");
        return left.Count == 0 ? 0 : Nothing;
    }
}
