using Actors.Core.Commands;

namespace Actors.Catalog.Duplicates.Commands;

/// <summary>A command that decides about two events.</summary>
internal abstract class DecisionCommand(IGrainFactory grains, CommandSyntax syntax) : ICommandHandler
{
    public string Name => syntax.Name;

    public string Usage => syntax.Usage;

    public async Task<int> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var given = syntax.Read(call.Arguments);
        var (first, second) = (given.UuidWord(0), given.UuidWord(1));
        var shown = ShownOf(given, first, second);
        if (!given.Ok) return await given.RefuseAsync(call.WriteLine);
        var answer = await DecideAsync(grains.GetGrain<IDuplicatesGrain>(0), first, second, shown);
        await call.WriteLine(answer.Sentence);
        return answer.Done ? CommandExit.Done : CommandExit.Refused;
    }

    /// <summary>The event that lists should show; null if not given.</summary>
    protected virtual Guid? ShownOf(CommandArguments given, Guid first, Guid second) => null;

    /// <summary>Sends the decision.</summary>
    protected abstract Task<DecisionAnswer> DecideAsync(IDuplicatesGrain duplicates, Guid first, Guid second, Guid? shown);

    /// <summary>The syntax of a command with two uuids.</summary>
    protected static CommandSyntax ForTwo(string name, string description) => new CommandSyntax(name, description).Word("UUID").Word("UUID");
}
