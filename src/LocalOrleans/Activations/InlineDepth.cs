using System.Runtime.CompilerServices;

namespace Orleans.Activations;

/// <summary>How many calls run inside one another on this thread, so that a long chain does not exhaust the stack.</summary>
internal static class InlineDepth
{
    /// <summary>Deeper than any sensible chain of calls, far less than what the stack holds.</summary>
    private const int Limit = 48;

    [ThreadStatic]
    private static int _depth;

    public static bool TryEnter()
    {
        if (_depth >= Limit || SynchronizationContext.Current is not null || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        _depth++;
        return true;
    }

    public static void Exit() => _depth--;
}
