using Orleans.Serialization.Invocation;

namespace Actors.Hosting.Retry;

/// <summary>A sent call, with everything needed to send it again.</summary>
internal readonly struct SentCall
{
    private readonly IInvokable _request;

    // Kept because Orleans removes the arguments from a request that ran within this process.
    private readonly object?[]? _arguments;

    private readonly TaskScheduler _callerScheduler = TaskScheduler.Current;

    public SentCall(IInvokable request, long? silos, long sent)
    {
        (_request, Silos, Sent) = (request, silos, sent);
        _arguments = Rule is { IsGrains: true } and ({ AfterRefusal: true } or { AfterLoss: true }) ? ArgumentsOf(request) : null;
    }

    /// <summary>The membership version when the call was sent; null for a silo alone.</summary>
    public long? Silos { get; }

    /// <summary>The timestamp when the call was sent.</summary>
    public long Sent { get; }

    public RetryRule Rule => RetryRule.Of(_request.GetMethod());

    /// <summary>Puts the arguments back into the request.</summary>
    public void Restore()
    {
        for (var index = 0; index < _arguments?.Length; index++)
            _request.SetArgument(index, _arguments[index]!);
    }

    /// <summary>Runs work on the scheduler that the call came from: Orleans attributes a call to a grain by its scheduler.</summary>
    public Task<T> RunAsCaller<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, _callerScheduler).Unwrap();

    private static object?[] ArgumentsOf(IInvokable request)
    {
        var arguments = new object?[request.GetArgumentCount()];
        for (var index = 0; index < arguments.Length; index++)
            arguments[index] = request.GetArgument(index);
        return arguments;
    }
}
