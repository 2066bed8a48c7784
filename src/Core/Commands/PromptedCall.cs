using System.Collections.Immutable;

namespace Actors.Core.Commands;

/// <summary>A call with everything that was asked for. Never logged.</summary>
/// <param name="Arguments">The arguments, completed.</param>
/// <param name="Secret">What was typed without being shown.</param>
public sealed record PromptedCall(ImmutableArray<string> Arguments, string? Secret)
{
    /// <inheritdoc/>
    public override string ToString() => "command call";
}
