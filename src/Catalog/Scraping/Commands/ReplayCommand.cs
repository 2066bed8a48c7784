using System.Collections.Immutable;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;
using Actors.Core.Commands;
using Actors.Core.Holding;

namespace Actors.Catalog.Scraping.Commands;

/// <summary><c>replay</c>: reads the pages of failed items again and reports the result.</summary>
internal sealed class ReplayCommand(FailedItems items, ScrapingSettings settings, IHeldStore store, IGrainFactory grains) : ICommandHandler
{
    private static readonly CommandSyntax s_syntax =
        new CommandSyntax("replay", "reads the pages of a source's failed items again; of all items, or of those with these keys")
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

        var selected = await SelectAsync(new(source, reason, Limit: FailedItemFilter.MaxLimit), [.. given.Words.Skip(1)], cancellationToken);
        if (selected.Count == 0)
        {
            await call.WriteLine("No failed item matches.");
            return CommandExit.Refused;
        }
        return await ReplayAsync(source, selected, call, cancellationToken);
    }

    private async Task<List<FailedItem>> SelectAsync(FailedItemFilter filter, ImmutableHashSet<string> keys, CancellationToken cancellationToken)
    {
        var found = await items.FindAsync(filter, cancellationToken);
        return [.. found.Where(item => item.Page is not null && (keys.IsEmpty || keys.Contains(item.ItemKey)))];
    }

    private async Task<int> ReplayAsync(string source, List<FailedItem> selected, CommandCall call, CancellationToken cancellationToken)
    {
        ImmutableArray<PageRef> pages = [.. selected.Select(item => new PageRef(item.Page!, item.PageIsList ?? false)).DistinctBy(page => page.Url)];
        await call.WriteLine($"{selected.Count} failed items: reading {pages.Length} pages again");
        var grain = grains.GetSource(source);
        var run = await grain.Replay(pages);
        while (!(await grain.Progress(run, s_wait, cancellationToken)).Finished)
            cancellationToken.ThrowIfCancellationRequested();
        var counts = (await grain.Progress(run, TimeSpan.Zero, cancellationToken)).Counts;
        var left = await SelectAsync(new(source, Limit: FailedItemFilter.MaxLimit), [.. selected.Select(item => item.ItemKey)], cancellationToken);
        await call.WriteLine($"{counts.Sent} new events, {counts.Skipped} already known, {left.Count} failed again");
        return left.Count == 0 ? CommandExit.Done : CommandExit.Refused;
    }
}
