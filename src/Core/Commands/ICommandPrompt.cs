using System.Collections.Immutable;

namespace Actors.Core.Commands;

/// <summary>Prompts for the input of a command at the terminal, before the call is sent to the process that runs it.</summary>
public interface ICommandPrompt
{
    /// <summary>The command's name.</summary>
    string Name { get; }

    /// <summary>Prompts. Null when the user gives up or the arguments are not valid; the reason was printed.</summary>
    Task<PromptedCall?> AskAsync(ImmutableArray<string> arguments, ITerminal terminal, CancellationToken cancellationToken);
}
