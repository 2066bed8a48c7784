using Actors.Core.Commands;

namespace Actors.Catalog.Duplicates.Commands;

/// <summary>A command that names two events and decides something of them.</summary>
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
        var answer = await DecideAsync(grains.GetGrain<ITwinsGrain>(0), first, second, shown);
        await call.WriteLine(answer.Sentence);
        return answer.Done ? CommandExit.Done : CommandExit.Refused;
    }

    /// <summary>Which of the two lists shall have; null: not said.</summary>
    protected virtual Guid? ShownOf(CommandArguments given, Guid first, Guid second) => null;

    /// <summary>Decides.</summary>
    protected abstract Task<TwinAnswer> DecideAsync(ITwinsGrain twins, Guid first, Guid second, Guid? shown);

    /// <summary>A command that takes two uuids.</summary>
    protected static CommandSyntax OfTwo(string name, string does) => new CommandSyntax(name, does).Word("UUID").Word("UUID");
}
