using System.Collections.Immutable;

namespace Actors.Core.Commands;

/// <summary>One call of a command. Never logged.</summary>
/// <param name="Arguments">What follows the command's name.</param>
/// <param name="WriteLine">Shows a line to whoever called; a line break in it starts another line.</param>
/// <param name="Secret">What the caller was asked for and must not be seen on a command line, such as a password; null when nothing was.</param>
public sealed record CommandCall(ImmutableArray<string> Arguments, Func<string, Task> WriteLine, string? Secret = null)
{
    /// <inheritdoc/>
    public override string ToString() => "command call";
}
