using System.Collections.Concurrent;
using Orleans.Activations;
using Orleans.Runtime;

namespace Orleans.Calls;

/// <summary>Makes references.</summary>
internal sealed class ReferenceFactory
{
    private readonly ConcurrentDictionary<(Type, GrainClass), ReferenceShared> _shared = new();

    public GrainReference Make(Type interfaceType, GrainClass target, IdSpan key) => SharedOf(interfaceType, target).Make(key);

    /// <summary>A reference without methods, which can be cast to any interface.</summary>
    public GrainReference Untyped(GrainClass target, IdSpan key) => Make(typeof(IAddressable), target, key);

    public ReferenceShared SharedOf(Type interfaceType, GrainClass target) => _shared.GetOrAdd(
        (interfaceType, target), static key => new ReferenceShared(key.Item2, key.Item1, Proxies.ConstructorOf(key.Item1)));
}
