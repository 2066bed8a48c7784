namespace Actors.Plumbing.Calls;

/// <summary>A call that can be sent again as it was.</summary>
internal readonly struct RepeatableCall
{
    private readonly IOutgoingGrainCallContext _context;

    // On Orleans a call that has run within this process has lost its arguments; in the single-process build it keeps them.
    private readonly object?[]? _arguments;

    public RepeatableCall(IOutgoingGrainCallContext context)
    {
        _context = context;
        _arguments = Rule is { IsGrains: true } and ({ AfterRefusal: true } or { AfterLoss: true }) ? ArgumentsOf(context) : null;
    }

    /// <summary>What its method says.</summary>
    public CallRule Rule => CallRule.Of(_context.InterfaceMethod);

    /// <summary>Sends it.</summary>
    public Task Send() => _context.Invoke();

    /// <summary>Sends it once more.</summary>
    public Task Again()
    {
        for (var index = 0; index < _arguments?.Length; index++)
            _context.Request.SetArgument(index, _arguments[index]!);
        return _context.Invoke();
    }

    private static object?[] ArgumentsOf(IOutgoingGrainCallContext context)
    {
        var arguments = new object?[context.Request.GetArgumentCount()];
        for (var index = 0; index < arguments.Length; index++)
            arguments[index] = context.Request.GetArgument(index);
        return arguments;
    }
}
