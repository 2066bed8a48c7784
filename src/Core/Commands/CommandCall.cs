using System.Collections.Immutable;

namespace Actors.Core.Commands;

/// <summary>One call of a command. Never logged.</summary>
/// <param name="Arguments">The arguments after the command's name.</param>
/// <param name="WriteLine">Prints a line at the caller's terminal; a line break in it starts another line.</param>
/// <param name="Secret">A prompted value that must not be on a command line, for example a password; null when the command prompts for none.</param>
public sealed record CommandCall(ImmutableArray<string> Arguments, Func<string, Task> WriteLine, string? Secret = null)
{
    /// <inheritdoc/>
    public override string ToString() => "command call";
}
