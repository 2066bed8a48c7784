using System.Reflection;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>How the result of a grain method maps onto a request.</summary>
/// <param name="Request">The base class of its requests.</param>
/// <param name="Send">The method of a reference that sends them.</param>
/// <param name="Convert">What makes a task of the result; null when it is one.</param>
/// <param name="Value">The type of the value; null for none.</param>
internal sealed record ResultShape(Type Request, MethodInfo Send, MethodInfo? Convert, Type? Value)
{
    public static ResultShape Of(MethodInfo method)
    {
        var type = method.ReturnType;
        if (method.IsGenericMethod)
        {
            throw new NotSupportedException($"{method.DeclaringType}.{method.Name} is generic; the single-process runtime has no generic grain methods.");
        }

        if (type == typeof(Task) || type == typeof(void))
        {
            return new(typeof(VoidRequest), SendMethod(nameof(GrainReference.Send)), null, null);
        }

        if (type == typeof(ValueTask))
        {
            return new(typeof(VoidRequest), SendMethod(nameof(GrainReference.SendForVoidTask)), type.GetMethod(nameof(ValueTask.AsTask)), null);
        }

        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        if (definition == typeof(Task<>) || definition == typeof(ValueTask<>))
        {
            return OfValue(type, definition == typeof(ValueTask<>));
        }

        throw new NotSupportedException($"{method.DeclaringType}.{method.Name} returns {type}; a grain method returns a Task or ValueTask.");
    }

    private static ResultShape OfValue(Type type, bool isValueTask)
    {
        var value = type.GetGenericArguments();
        var send = isValueTask ? nameof(GrainReference.SendForValueTask) : nameof(GrainReference.SendForValue);
        return new(
            typeof(ValueRequest<>).MakeGenericType(value),
            SendMethod(send).MakeGenericMethod(value),
            isValueTask ? type.GetMethod(nameof(ValueTask<int>.AsTask)) : null,
            value[0]);
    }

    private static MethodInfo SendMethod(string name) =>
        typeof(GrainReference).GetMethod(name, BindingFlags.Instance | BindingFlags.NonPublic)!;
}
