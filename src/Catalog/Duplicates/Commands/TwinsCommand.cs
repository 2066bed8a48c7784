using System.Collections.Immutable;
using Actors.Core.Commands;

namespace Actors.Catalog.Duplicates.Commands;

/// <summary><c>twins</c>: lists events that may be the same, for an operator to decide.</summary>
internal sealed class TwinsCommand(TwinFinder finder, ITwinRows rows) : ICommandHandler
{
    private const int DefaultLimit = 20, MostLimit = 1000;

    private static readonly CommandSyntax Syntax =
        new CommandSyntax("twins", "events of different sources at one place on one day of which nobody decided yet, the most similar first").Option("limit", "N");

    public string Name => Syntax.Name;

    public string Usage => Syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken ct)
    {
        var given = Syntax.Read(call.Arguments);
        var limit = given.Integer("limit", DefaultLimit, 1, MostLimit);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        await ListAsync(await finder.FindAsync(limit, ct), limit, call, ct);
        return CommandExit.Done;
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
