using System.Globalization;
using Actors.Core.Commands;
using Actors.Core.Holding;

namespace Actors.Catalog.Provider.Topic;

/// <summary><c>replay_records</c>: reads dead records again, for example after an update of the program, and says what became of them.</summary>
internal sealed class ReplayRecordsCommand(TopicDeadLetters letters, TopicIntake intake, IHeldStore store) : ICommandHandler
{
    private static readonly CommandSyntax s_syntax =
        new CommandSyntax("replay_records", "takes dead records of the provider's topic again, all or those at these places").MoreWords("PARTITION:OFFSET").Option("reason", "REASON");

    public string Name => s_syntax.Name;

    public string Usage => s_syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = s_syntax.Read(call.Arguments);
        var reason = given.Text("reason");
        foreach (var word in given.Words.Where(word => !IsPlace(word))) given.Refuse($"'{word}' is not PARTITION:OFFSET.");
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        if (await store.IsHeldAsync(cancellationToken))
        {
            await call.WriteLine(IHeldStore.Sentence);
            return CommandExit.Refused;
        }

        var wanted = await letters.FindAsync(reason, given.Words, DeadRecordsCommand.Most, cancellationToken);
        if (wanted.Count > 0) return await ReplayAsync(wanted, call, cancellationToken);
        await call.WriteLine("No dead record fits.");
        return CommandExit.Refused;
    }

    private async Task<int> ReplayAsync(IReadOnlyList<TopicDeadLetter> wanted, CommandCall call, CancellationToken cancellationToken)
    {
        var failed = 0;
        foreach (var letter in wanted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var position = letter.Record.Position;
            if (await intake.TakeAgainAsync(letter.Record) is not { } reason)
            {
                await letters.RemoveAsync(position);
                continue;
            }

            failed++;
            await letters.FailedAgainAsync(position, reason);
            await call.WriteLine($"{letter.Topic} {DeadRecordsCommand.Place(letter)}: {reason}");
        }

        await call.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wanted.Count - failed} records taken, {failed} failed again"));
        if (wanted.Count == DeadRecordsCommand.Most) await call.WriteLine($"These were the oldest {DeadRecordsCommand.Most}; places or --reason choose others.");
        return failed == 0 ? CommandExit.Done : CommandExit.Refused;
    }

    private static bool IsPlace(string word) => word.Split(':') is [var partition, var offset] && IsNumber(partition) && IsNumber(offset);

    private static bool IsNumber(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
