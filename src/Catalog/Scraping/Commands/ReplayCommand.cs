using System.Collections.Immutable;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;
using Actors.Core.Commands;
using Actors.Core.Holding;

namespace Actors.Catalog.Scraping.Commands;

/// <summary><c>replay</c>: reads the pages of failed items again, now, and says what became of them.</summary>
internal sealed class ReplayCommand(FailedItems items, ScrapingSettings settings, IHeldStore store, IGrainFactory grains) : ICommandHandler
{
    private static readonly CommandSyntax s_syntax =
        new CommandSyntax("replay", "reads the pages of a source's failed items again, of all or of those with these keys")
            .Word("SOURCE").MoreWords("KEY").Option("reason", "REASON");

    private static readonly TimeSpan s_wait = TimeSpan.FromSeconds(15);

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        var (source, reason) = (given.Word(0), given.OneOf("reason", DeadLetterReason.All));
        if (source.Length > 0 && settings.Find(source) is null) given.Refuse($"There is no source {source} in this environment.");
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        if (await store.IsHeldAsync(cancellationToken))
        {
            await call.WriteLine(IHeldStore.Sentence);
            return CommandExit.Refused;
        }

        var wanted = await WantedAsync(new(source, reason, Limit: FailedItemFilter.MostLimit), [.. given.Words.Skip(1)], cancellationToken);
        if (wanted.Count == 0)
        {
            await call.WriteLine("No failed item fits.");
            return CommandExit.Refused;
        }
        return await ReplayAsync(source, wanted, call, cancellationToken);
    }

    private async Task<List<FailedItem>> WantedAsync(FailedItemFilter filter, ImmutableHashSet<string> keys, CancellationToken cancellationToken)
    {
        var found = await items.FindAsync(filter, cancellationToken);
        return [.. found.Where(item => item.Page is not null && (keys.IsEmpty || keys.Contains(item.ItemKey)))];
    }

    private async Task<int> ReplayAsync(string source, List<FailedItem> wanted, CommandCall call, CancellationToken cancellationToken)
    {
        ImmutableArray<PageRef> pages = [.. wanted.Select(item => new PageRef(item.Page!, item.PageIsList ?? false)).DistinctBy(page => page.Url)];
        await call.WriteLine($"{wanted.Count} failed items on {pages.Length} pages are read again");
        var grain = grains.GetSource(source);
        var run = await grain.Replay(pages);
        while (!(await grain.Progress(run, s_wait, cancellationToken)).Finished)
            cancellationToken.ThrowIfCancellationRequested();
        var counts = (await grain.Progress(run, TimeSpan.Zero, cancellationToken)).Counts;
        var left = await WantedAsync(new(source, Limit: FailedItemFilter.MostLimit), [.. wanted.Select(item => item.ItemKey)], cancellationToken);
        await call.WriteLine($"{counts.Sent} new events, {counts.Skipped} known already, {left.Count} failed again");
        return left.Count == 0 ? CommandExit.Done : CommandExit.Refused;
    }
}
