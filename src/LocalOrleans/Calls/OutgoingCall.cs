using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Orleans.Activations;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Calls;

/// <summary>One call on its way through the filters of its caller. Each time the last of them goes on, the call is sent.</summary>
internal sealed class OutgoingCall(GrainReference target, Request request, IOutgoingGrainCallFilter[] filters) : IOutgoingGrainCallContext
{
    private Request _request = request;
    private Task? _outcome;
    private object? _replacement;
    private bool _isReplaced;
    private int _next;

    public IInvokable Request => _request;

    public object Grain => target;

    public IGrainContext? SourceContext { get; } = RuntimeContext.Current;

    public GrainId? SourceId => SourceContext?.GrainId ?? LocalRuntime.Host;

    public GrainId TargetId => target.GrainId;

    public GrainInterfaceType InterfaceType => GrainInterfaceType.Create(InterfaceName);

    public string InterfaceName => _request.GetInterfaceName();

    public string MethodName => _request.GetMethodName();

    public MethodInfo InterfaceMethod => _request.GetMethod();

    /// <summary>What came back, or what a filter put in its place; fails as the call failed.</summary>
    public object? Result
    {
        get => _isReplaced ? _replacement : _request.ResultOf(_outcome ?? throw new InvalidOperationException("A filter neither sent the call nor set a result."));
        set => (_replacement, _isReplaced) = (value, true);
    }

    /// <summary>Begins with the first filter; whatever one throws is in the task.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a filter throws belongs to the caller.")]
    public Task Start()
    {
        try
        {
            return Invoke();
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }

    /// <summary>The call's own task, when the filters are through already and left it as it is.</summary>
    public Task? Untouched(Task way) => way.IsCompletedSuccessfully && !_isReplaced ? _outcome : null;

    public Task Invoke()
    {
        if (_next == filters.Length)
        {
            return Send();
        }

        var at = _next++;
        Task? way = null;
        try
        {
            way = filters[at].Invoke(this);
            return way.IsCompleted ? way : Back(way, at);
        }
        finally
        {
            if (way is not { IsCompleted: false })
            {
                _next = at;
            }
        }
    }

    // While a filter is at work, going on means the next one; it may go on twice.
    private async Task Back(Task way, int at)
    {
        try
        {
            await way;
        }
        finally
        {
            _next = at;
        }
    }

    private Task Send()
    {
        if (_outcome is null)
        {
            _request.Flow?.Leave();
        }
        else
        {
            _request = _request.Again();
        }

        return _outcome = target.SendNow(_request);
    }
}
