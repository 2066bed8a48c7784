using System.Collections.Immutable;

namespace Actors.Core.Commands;

/// <summary>A call with the prompted input. Never logged.</summary>
/// <param name="Arguments">The arguments, including prompted ones.</param>
/// <param name="Secret">The input that was typed without echo.</param>
public sealed record PromptedCall(ImmutableArray<string> Arguments, string? Secret)
{
    /// <inheritdoc/>
    public override string ToString() => "command call";
}
