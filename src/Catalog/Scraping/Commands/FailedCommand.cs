using System.Globalization;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;
using Actors.Core.Commands;

namespace Actors.Catalog.Scraping.Commands;

/// <summary><c>failed</c>: lists the items of sources that could not become events.</summary>
internal sealed class FailedCommand(FailedItems items) : ICommandHandler
{
    private static readonly CommandSyntax s_syntax =
        new CommandSyntax("failed", "lists items that could not become events, with the reason, the number of attempts and the next attempt")
            .Option("source", "NAME").Option("reason", "REASON").Option("search", "TEXT").Option("limit", "N");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        var filter = new FailedItemFilter(
            given.Text("source"), given.OneOf("reason", DeadLetterReason.All), given.Text("search"),
            given.Integer("limit", FailedItemFilter.DefaultLimit, 1, FailedItemFilter.MaxLimit));
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        var found = await items.FindAsync(filter, cancellationToken);
        foreach (var item in found)
            await WriteAsync(item, call);
        await call.WriteLine(found.Count == filter.Limit ? $"the last {found.Count}; --limit shows more" : $"{found.Count} failed items");
        return CommandExit.Done;
    }

    private static async Task WriteAsync(FailedItem item, CommandCall call)
    {
        await call.WriteLine(item.ItemKey);
        var next = item.NextTry is { } time ? $", next try {Text(time)}" : "";
        await call.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"    {item.Source}: {item.Reason}, attempt {item.Attempts}, last {Text(item.LastSeen)}{next}"));
        if (item.Detail is { } detail)
            await call.WriteLine($"    {detail}");
        if (item.Page is { } page && page != item.ItemKey)
            await call.WriteLine($"    on {page}");
    }

    private static string Text(DateTimeOffset time) => time.ToString("u", CultureInfo.InvariantCulture);
}
