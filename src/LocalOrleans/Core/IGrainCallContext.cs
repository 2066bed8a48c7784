using System.Reflection;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans;

/// <summary>A call on its way through filters.</summary>
public interface IGrainCallContext
{
    /// <summary>What is called, and with what.</summary>
    IInvokable Request { get; }

    /// <summary>The grain object.</summary>
    object Grain { get; }

    /// <summary>The calling grain; null when the caller is none.</summary>
    GrainId? SourceId { get; }

    /// <summary>The called grain.</summary>
    GrainId TargetId { get; }

    /// <summary>The called interface.</summary>
    GrainInterfaceType InterfaceType { get; }

    /// <summary>The name of the called interface.</summary>
    string InterfaceName { get; }

    /// <summary>The name of the called method.</summary>
    string MethodName { get; }

    /// <summary>The called method, as the interface has it.</summary>
    MethodInfo InterfaceMethod { get; }

    /// <summary>The result, after <see cref="Invoke"/>; a filter may replace it.</summary>
    object? Result { get; set; }

    /// <summary>Goes on to the next filter, or to the grain.</summary>
    Task Invoke();
}

/// <summary>A call that arrives at a grain.</summary>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    /// <summary>The activation that runs the call.</summary>
    IGrainContext TargetContext { get; }

    /// <summary>The called method, as the grain class has it.</summary>
    MethodInfo ImplementationMethod { get; }
}

/// <summary>A call that leaves its caller.</summary>
public interface IOutgoingGrainCallContext : IGrainCallContext
{
    /// <summary>The calling activation; null when the caller is no grain.</summary>
    IGrainContext? SourceContext { get; }
}

/// <summary>A filter as a function.</summary>
public delegate Task IncomingGrainCallFilterDelegate(IIncomingGrainCallContext context);

/// <summary>Sees every call that arrives at a grain; on a grain class, every call of that grain.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Does its part and goes on with <see cref="IGrainCallContext.Invoke"/>, or not.</summary>
    Task Invoke(IIncomingGrainCallContext context);
}

/// <summary>Sees every call before it is sent, and may send it again.</summary>
public interface IOutgoingGrainCallFilter
{
    /// <summary>Does its part and goes on with <see cref="IGrainCallContext.Invoke"/>, or not.</summary>
    Task Invoke(IOutgoingGrainCallContext context);
}
