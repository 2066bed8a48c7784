using System.Collections.Immutable;

namespace Actors.Core.Commands;

/// <summary>What a command asks at the terminal before it is handed over; the program that carries it out may be another process.</summary>
public interface ICommandPrompt
{
    /// <summary>The command it asks for.</summary>
    string Name { get; }

    /// <summary>Asks. Null when the person gives up or the arguments are not understood; it has said why by then.</summary>
    Task<PromptedCall?> AskAsync(ImmutableArray<string> arguments, ITerminal terminal, CancellationToken cancellationToken);
}
