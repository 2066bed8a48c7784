using System.Reflection;

namespace Orleans.Serialization.Invocation;

/// <summary>One call of a grain method: what is called, and with what.</summary>
public interface IInvokable : IDisposable
{
    /// <summary>Whether the method takes a cancellation token.</summary>
    bool IsCancellable { get; }

    /// <summary>The number of arguments.</summary>
    int GetArgumentCount();

    /// <summary>An argument by its position.</summary>
    object? GetArgument(int index);

    /// <summary>Replaces an argument.</summary>
    void SetArgument(int index, object value);

    /// <summary>The name of the method.</summary>
    string GetMethodName();

    /// <summary>The name of the interface.</summary>
    string GetInterfaceName();

    /// <summary>The interface.</summary>
    Type GetInterfaceType();

    /// <summary>The method of the interface.</summary>
    MethodInfo GetMethod();

    /// <summary>How long the caller waits when the method says so.</summary>
    TimeSpan? GetDefaultResponseTimeout();

    /// <summary>The token the method gets.</summary>
    CancellationToken GetCancellationToken();

    /// <summary>Cancels that token.</summary>
    bool TryCancel();
}
