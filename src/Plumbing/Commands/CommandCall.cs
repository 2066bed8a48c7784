using System.Collections.Immutable;

namespace Actors.Plumbing.Commands;

/// <summary>One call of a command.</summary>
/// <param name="Arguments">What follows the command's name.</param>
/// <param name="WriteLine">Shows a line to whoever called; a line break in it starts another line.</param>
public sealed record CommandCall(ImmutableArray<string> Arguments, Func<string, Task> WriteLine);
