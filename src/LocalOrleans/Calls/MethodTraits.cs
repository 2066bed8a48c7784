using System.Reflection;
using Orleans.Concurrency;

namespace Orleans.Calls;

/// <summary>What the runtime needs to know about a method of a grain interface.</summary>
internal sealed class MethodTraits
{
    /// <summary>For what is no method of a grain interface but runs like one.</summary>
    public MethodTraits(MethodInfo method, bool alwaysInterleave)
        : this(method)
    {
        AlwaysInterleave = alwaysInterleave;
        OneWay = true;
    }

    public MethodTraits(MethodInfo method)
    {
        Method = method;
        Interface = method.DeclaringType!;
        OneWay = method.IsDefined(typeof(OneWayAttribute)) || method.ReturnType == typeof(void);
        ReadOnly = method.IsDefined(typeof(ReadOnlyAttribute));
        AlwaysInterleave = method.IsDefined(typeof(AlwaysInterleaveAttribute));
        Timeout = (method.GetCustomAttribute<ResponseTimeoutAttribute>() ?? Interface.GetCustomAttribute<ResponseTimeoutAttribute>())?.Timeout;
        ArgumentCount = method.GetParameters().Length;
        CancellationIndex = Array.FindIndex(method.GetParameters(), p => p.ParameterType == typeof(CancellationToken));
    }

    public MethodInfo Method { get; }

    public Type Interface { get; }

    public bool OneWay { get; }

    public bool ReadOnly { get; }

    public bool AlwaysInterleave { get; }

    /// <summary>How long callers wait, when the method or its interface says so.</summary>
    public TimeSpan? Timeout { get; }

    public int ArgumentCount { get; }

    /// <summary>The position of the cancellation token among the arguments; -1 for none.</summary>
    public int CancellationIndex { get; }
}
