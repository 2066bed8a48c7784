using Orleans.Serialization.Invocation;

namespace Actors.Hosting.Retry;

/// <summary>A call that was sent, and what it takes to send it again as it was.</summary>
internal readonly struct SentCall
{
    private readonly IInvokable _request;

    // The runtime takes them out of a request that has run within this process.
    private readonly object?[]? _arguments;

    private readonly TaskScheduler _caller = TaskScheduler.Current;

    public SentCall(IInvokable request, long? silos, long sent)
    {
        (_request, Silos, Sent) = (request, silos, sent);
        _arguments = Rule is { IsGrains: true } and ({ AfterRefusal: true } or { AfterLoss: true }) ? ArgumentsOf(request) : null;
    }

    /// <summary>The version of the list of silos when it was sent; null where there is one process.</summary>
    public long? Silos { get; }

    /// <summary>When it was sent.</summary>
    public long Sent { get; }

    /// <summary>What its method says.</summary>
    public CallRule Rule => CallRule.Of(_request.GetMethod());

    /// <summary>Gives the request its arguments back.</summary>
    public void Restore()
    {
        for (var index = 0; index < _arguments?.Length; index++)
            _request.SetArgument(index, _arguments[index]!);
    }

    /// <summary>Goes on where the call came from: a grain's calls are its own only on its own scheduler.</summary>
    public Task<T> ForCaller<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, _caller).Unwrap();

    private static object?[] ArgumentsOf(IInvokable request)
    {
        var arguments = new object?[request.GetArgumentCount()];
        for (var index = 0; index < arguments.Length; index++)
            arguments[index] = request.GetArgument(index);
        return arguments;
    }
}
