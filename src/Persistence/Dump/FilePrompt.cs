using System.Collections.Immutable;
using Actors.Core.Commands;

namespace Actors.Persistence.Dump;

/// <summary>Prompts for nothing: makes FILE an absolute path, because the process that runs the command has another working directory.</summary>
internal sealed class FilePrompt(CommandSyntax syntax) : ICommandPrompt
{
    public string Name => syntax.Name;

    public Task<PromptedCall?> AskAsync(ImmutableArray<string> arguments, ITerminal terminal, CancellationToken cancellationToken)
    {
        var given = syntax.Read(arguments);
        return Task.FromResult<PromptedCall?>(new(given.Ok && given.Word(0).Length > 0 ? [Path.GetFullPath(given.Word(0))] : arguments, null));
    }
}
