using System.Collections.Immutable;
using Actors.Core.Commands;

namespace Actors.Catalog.Duplicates.Commands;

/// <summary><c>twins</c>: lists events that may be the same, for an operator to decide.</summary>
internal sealed class TwinsCommand(TwinFinder finder, ITwinRows rows) : ICommandHandler
{
    private const int DefaultLimit = 20, MostLimit = 1000;

    private static readonly CommandSyntax s_syntax =
        new CommandSyntax("twins", "events of different sources at one place on one day of which nobody decided yet, the most similar first").Option("limit", "N");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        var limit = given.Integer("limit", DefaultLimit, 1, MostLimit);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        await ListAsync(await finder.FindAsync(limit, cancellationToken), limit, call, cancellationToken);
        return CommandExit.Done;
    }

    private async Task ListAsync(TwinCandidates found, int limit, CommandCall call, CancellationToken cancellationToken)
    {
        var read = await rows.EventsAsync([.. found.Pairs.SelectMany(pair => new[] { pair.First.Uuid, pair.Second.Uuid }).Distinct()], cancellationToken);
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
