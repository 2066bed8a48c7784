using System.Collections.Immutable;
using Actors.Core.Commands;

namespace Actors.Catalog.Duplicates.Commands;

/// <summary><c>twins</c>: lists candidate duplicates for an operator to decide.</summary>
internal sealed class DuplicatesCommand(CandidateFinder finder, IDuplicateRows rows) : ICommandHandler
{
    private const int DefaultLimit = 20, MaxLimit = 1000;

    private static readonly CommandSyntax s_syntax =
        new CommandSyntax("twins", "lists undecided events of different sources at the same place and day, most similar first").Option("limit", "N");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        var limit = given.Integer("limit", DefaultLimit, 1, MaxLimit);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        await ListAsync(await finder.FindAsync(limit, cancellationToken), limit, call, cancellationToken);
        return CommandExit.Done;
    }

    private async Task ListAsync(Candidates found, int limit, CommandCall call, CancellationToken cancellationToken)
    {
        var read = await rows.EventsAsync([.. found.Pairs.SelectMany(pair => new[] { pair.First.Uuid, pair.Second.Uuid }).Distinct()], cancellationToken);
        var events = read.ToImmutableDictionary(e => e.Uuid);
        foreach (var pair in found.Pairs)
        {
            await call.WriteLine(CandidateText.Heading(pair, events[pair.First.Uuid].Place));
            await call.WriteLine(CandidateText.Line(pair.First, events[pair.First.Uuid]));
            await call.WriteLine(CandidateText.Line(pair.Second, events[pair.Second.Uuid]));
        }

        await call.WriteLine(found.Pairs.Length == limit ? $"the first {limit}; --limit shows more" : $"{found.Pairs.Length} candidates");
        if (found.Partial) await call.WriteLine("At places with very many events only the most similar titles were compared.");
    }
}
