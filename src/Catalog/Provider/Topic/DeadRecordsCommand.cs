using System.Globalization;
using Actors.Core.Commands;

namespace Actors.Catalog.Provider.Topic;

/// <summary><c>dead_records</c>: lists records of the provider's topic that could not be read or stored.</summary>
internal sealed class DeadRecordsCommand(TopicDeadLetters letters) : ICommandHandler
{
    /// <summary>Maximum number of records of one call.</summary>
    public const int MaxLimit = 1000;

    private const int DefaultLimit = 50;

    private static readonly CommandSyntax s_syntax =
        new CommandSyntax("dead_records", "lists records of the provider's topic that could not be read or stored, oldest first, with topic, PARTITION:OFFSET and reason")
            .Option("reason", "REASON").Option("limit", "N");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public bool NeedsGrains => false;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        var (reason, limit) = (given.Text("reason"), given.Integer("limit", DefaultLimit, 1, MaxLimit));
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        var found = await letters.FindAsync(reason, [], limit, cancellationToken);
        foreach (var letter in found)
        {
            await call.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{letter.Topic} {PositionOf(letter)}: {letter.Reason}, attempt {letter.Attempts}, first seen {letter.SeenAt:u}"));
        }

        await call.WriteLine(found.Count == limit ? $"the first {found.Count}; --limit shows more" : $"{found.Count} dead records");
        return CommandExit.Done;
    }

    /// <summary>The position of a record, as PARTITION:OFFSET.</summary>
    internal static string PositionOf(TopicDeadLetter letter) => string.Create(CultureInfo.InvariantCulture, $"{letter.PartitionNumber}:{letter.RecordOffset}");
}
