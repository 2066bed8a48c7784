using System.Collections.Immutable;
using System.Globalization;
using Actors.Catalog.Adapters.Scraping.Commands;
using Actors.Catalog.Grains.Twins;
using Actors.Catalog.Ports.Twins;
using Actors.Plumbing.Commands;

namespace Actors.Catalog.Adapters.Twins.Commands;

/// <summary><c>twins</c>: lists events that may be the same, for an operator to decide.</summary>
internal sealed class TwinsCommand(TwinFinder finder, ITwinRows rows) : ICommandHandler
{
    private const int Wrong = 2, DefaultLimit = 20, MostLimit = 1000;

    public string Name => "twins";

    public string Usage => "twins [--limit N]: events of different sources at one place on one day of which nobody decided yet, the most similar first";

    public async Task<int> RunAsync(CommandCall call, CancellationToken ct)
    {
        var limit = DefaultLimit;
        var options = CommandOptions.Read(call.Arguments, "limit");
        if (options is not { Words: [] }
            || (options.Value("limit") is { } text && !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit))
            || limit is <= 0 or > MostLimit)
        {
            await call.WriteLine(Usage);
            return Wrong;
        }
        await ListAsync(await finder.FindAsync(limit, ct), limit, call, ct);
        return 0;
    }

    private async Task ListAsync(TwinCandidates found, int limit, CommandCall call, CancellationToken ct)
    {
        var read = await rows.EventsAsync([.. found.Pairs.SelectMany(pair => new[] { pair.First.Uuid, pair.Second.Uuid }).Distinct()], ct);
        var events = read.ToImmutableDictionary(e => e.Uuid);
        foreach (var pair in found.Pairs)
        {
            await call.WriteLine(TwinText.Heading(pair, events[pair.First.Uuid].Place));
            await call.WriteLine(TwinText.Line(pair.First, events[pair.First.Uuid]));
            await call.WriteLine(TwinText.Line(pair.Second, events[pair.Second.Uuid]));
        }

        await call.WriteLine(found.Pairs.Length == limit ? $"the first {limit}; --limit shows more" : $"{found.Pairs.Length} candidates");
        if (found.Partial) await call.WriteLine("Some places have so many events that only the most similar titles there were compared.");
    }
}
