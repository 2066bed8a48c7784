using System.Globalization;
using Actors.Core.Commands;
using Actors.Core.Holding;

namespace Actors.Catalog.Provider.Topic;

/// <summary><c>replay_records</c>: processes dead records again, for example after an update, and reports the result.</summary>
internal sealed class ReplayRecordsCommand(TopicDeadLetters letters, TopicIntake intake, IHeldStore store) : ICommandHandler
{
    private static readonly CommandSyntax s_syntax =
        new CommandSyntax("replay_records", "processes dead records of the provider's topic again; all, or those at these positions").MoreWords("PARTITION:OFFSET").Option("reason", "REASON");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        var reason = given.Text("reason");
        foreach (var word in given.Words.Where(word => !IsPosition(word))) given.Refuse($"'{word}' is not PARTITION:OFFSET.");
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        if (await store.IsHeldAsync(cancellationToken))
        {
            await call.WriteLine(IHeldStore.Sentence);
            return CommandExit.Refused;
        }

        var selected = await letters.FindAsync(reason, given.Words, DeadRecordsCommand.MaxLimit, cancellationToken);
        if (selected.Count > 0) return await ReplayAsync(selected, call, cancellationToken);
        await call.WriteLine("No dead record matches.");
        return CommandExit.Refused;
    }

    private async Task<int> ReplayAsync(IReadOnlyList<TopicDeadLetter> selected, CommandCall call, CancellationToken cancellationToken)
    {
        var failed = 0;
        foreach (var letter in selected)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var position = letter.Record.Position;
            if (await intake.ReplayAsync(letter.Record) is not { } reason)
            {
                await letters.RemoveAsync(position);
                continue;
            }

            failed++;
            await letters.FailedAgainAsync(position, reason);
            await call.WriteLine($"{letter.Topic} {DeadRecordsCommand.PositionOf(letter)}: {reason}");
        }

        await call.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{selected.Count - failed} records stored, {failed} failed again"));
        if (selected.Count == DeadRecordsCommand.MaxLimit) await call.WriteLine($"These were the oldest {DeadRecordsCommand.MaxLimit}; use positions or --reason to select others.");
        return failed == 0 ? CommandExit.Done : CommandExit.Refused;
    }

    private static bool IsPosition(string word) => word.Split(':') is [var partition, var offset] && IsNumber(partition) && IsNumber(offset);

    private static bool IsNumber(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
