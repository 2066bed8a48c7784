using System.Collections.Concurrent;
using System.Reflection;
using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Hosting.Retry;

/// <summary>Whether and when a method may be called again.</summary>
/// <param name="IsGrains">True for methods of grains; Orleans repeats its own calls.</param>
/// <param name="AfterRefusal">True if the method may be repeated after its write was refused. Always false with a cancellation token: the first attempt has consumed it.</param>
/// <param name="AfterLoss">True if the method may be repeated after its silo was lost during the call.</param>
internal sealed record RetryRule(bool IsGrains, bool AfterRefusal, bool AfterLoss)
{
    private static readonly ConcurrentDictionary<MethodInfo, RetryRule> s_rules = [];

    public static RetryRule Of(MethodInfo method) => s_rules.GetOrAdd(method, Read);

    private static RetryRule Read(MethodInfo method)
    {
        var when = method.GetCustomAttribute<RepeatableAttribute>()?.When ?? Repeat.Never;
        var isCancellable = method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken));
        return new(
            typeof(IGrain).IsAssignableFrom(method.DeclaringType),
            when != Repeat.Never && !isCancellable,
            when == Repeat.Always || method.IsDefined(typeof(ReadOnlyAttribute)));
    }
}
