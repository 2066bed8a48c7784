using System.Reflection;
using Orleans.Activations;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Calls;

/// <summary>One call on its way through the filters to the grain.</summary>
internal sealed class FilteredCall(Request request, object grain, IIncomingGrainCallFilter[] filters) : IIncomingGrainCallContext
{
    private int _next;

    public IInvokable Request => request;

    public object Grain => grain;

    public GrainId? SourceId => request.Caller?.GrainId ?? LocalRuntime.Host;

    public GrainId TargetId => request.Target!.GrainId;

    public GrainInterfaceType InterfaceType => GrainInterfaceType.Create(InterfaceName);

    public string InterfaceName => request.GetInterfaceName();

    public string MethodName => request.GetMethodName();

    public MethodInfo InterfaceMethod => request.GetMethod();

    public object? Result { get; set; }

    public IGrainContext TargetContext => request.Target!;

    public MethodInfo ImplementationMethod
    {
        get
        {
            if (!request.GetInterfaceType().IsInstanceOfType(grain))
            {
                return InterfaceMethod;
            }

            var map = grain.GetType().GetInterfaceMap(request.GetInterfaceType());
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, InterfaceMethod)];
        }
    }

    public async Task Invoke()
    {
        if (_next < filters.Length)
        {
            await filters[_next++].Invoke(this);
            return;
        }

        var outcome = request.InvokeOn(grain);
        await outcome;
        Result = request.ResultOf(outcome);
    }
}
