using System.Globalization;
using Actors.Catalog.Ports.Sources;
using Actors.Catalog.Rules.Mapping;
using Actors.Plumbing.Commands;

namespace Actors.Catalog.Adapters.Scraping.Commands;

/// <summary><c>failed</c>: lists what sources offered and could not become an event.</summary>
internal sealed class FailedCommand(IFailedItems items) : ICommandHandler
{
    private const int Wrong = 2;

    public string Name => "failed";

    public string Usage =>
        "failed [--source NAME] [--reason REASON] [--search TEXT] [--limit N]: what could not become an event, why, how often it was tried and when it is next";

    public async Task<int> RunAsync(CommandCall call, CancellationToken ct)
    {
        if (Filter(call) is not { } filter)
        {
            await call.WriteLine(Usage);
            await call.WriteLine($"reasons: {string.Join(' ', DeadLetterReason.All.Order(StringComparer.Ordinal))}");
            return Wrong;
        }
        var found = await items.FindAsync(filter, ct);
        foreach (var item in found)
            await WriteAsync(item, call);
        await call.WriteLine(found.Count == filter.Limit ? $"the last {found.Count}; --limit shows more" : $"{found.Count} failed items");
        return 0;
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

    private static FailedItemFilter? Filter(CommandCall call)
    {
        var limit = FailedItemFilter.DefaultLimit;
        var options = CommandOptions.Read(call.Arguments, "source", "reason", "search", "limit");
        var good = options is { Words: [] }
            && (options.Value("reason") is not { } reason || DeadLetterReason.All.Contains(reason))
            && (options.Value("limit") is not { } text || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit))
            && limit is > 0 and <= FailedItemFilter.MostLimit;
        return good ? new(options!.Value("source"), options.Value("reason"), options.Value("search"), limit) : null;
    }
}
