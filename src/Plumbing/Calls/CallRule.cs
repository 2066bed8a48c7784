using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;

namespace Actors.Plumbing.Calls;

/// <summary>What a method says of being called again.</summary>
/// <param name="When">When it may be repeated.</param>
/// <param name="IsGrains">Whether it is a grain's; the runtime's own calls are not repeated here.</param>
/// <param name="IsCancellable">Whether it takes a cancellation token, which is used up when the call has run.</param>
internal sealed record CallRule(Repeat When, bool IsGrains, bool IsCancellable)
{
    private static readonly ConcurrentDictionary<MethodInfo, CallRule> s_known = [];

    /// <summary>The rule of a method.</summary>
    public static CallRule Of(MethodInfo method) => s_known.GetOrAdd(method, Read);

    private static CallRule Read(MethodInfo method) => new(
        method.IsDefined(typeof(ReadOnlyAttribute), inherit: true)
            ? Repeat.Always
            : method.GetCustomAttribute<RepeatableAttribute>()?.When ?? Repeat.Never,
        typeof(IGrain).IsAssignableFrom(method.DeclaringType),
        method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken)));
}
