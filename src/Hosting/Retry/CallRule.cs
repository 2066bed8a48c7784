using System.Collections.Concurrent;
using System.Reflection;
using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Hosting.Retry;

/// <summary>What a method says of being called again.</summary>
/// <param name="IsGrains">Whether it is a grain's; the runtime looks after its own calls.</param>
/// <param name="AfterRefusal">Whether it may be repeated when its write was refused. Never with a cancellation token, which is used up when the call has run.</param>
/// <param name="AfterLoss">Whether it may be repeated when its silo was lost with it.</param>
internal sealed record CallRule(bool IsGrains, bool AfterRefusal, bool AfterLoss)
{
    private static readonly ConcurrentDictionary<MethodInfo, CallRule> s_known = [];

    /// <summary>The rule of a method.</summary>
    public static CallRule Of(MethodInfo method) => s_known.GetOrAdd(method, Read);

    private static CallRule Read(MethodInfo method)
    {
        var when = method.GetCustomAttribute<RepeatableAttribute>()?.When ?? Repeat.Never;
        var isCancellable = method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken));
        return new(
            typeof(IGrain).IsAssignableFrom(method.DeclaringType),
            when != Repeat.Never && !isCancellable,
            when == Repeat.Always || method.IsDefined(typeof(ReadOnlyAttribute)));
    }
}
