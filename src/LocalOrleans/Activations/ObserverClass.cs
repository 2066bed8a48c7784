using System.Collections.Concurrent;
using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>The objects that grains call back. A call for one that is gone is lost, as a message to a dead client would be.</summary>
internal sealed class ObserverClass(LocalRuntime runtime) : GrainClass(runtime, ClientType, typeof(IGrainObserver))
{
    private static readonly GrainType ClientType = GrainType.Create("sys.client");

    private readonly ConcurrentDictionary<IdSpan, Activation> _observers = new(KeyComparer.Instance);

    public override bool MayInline => false;

    public override IEnumerable<Activation> Activations => [];

    /// <summary>Takes an object in, which its owner keeps alive, and returns its key.</summary>
    public IdSpan Add(object observer)
    {
        var key = GrainIdKeyExtensions.CreateGuidKey(Guid.NewGuid());
        _observers[key] = Activation.ForObserver(this, key, observer);
        return key;
    }

    public bool Remove(IdSpan key) => _observers.TryRemove(key, out _);

    public override Task Send(GrainReference reference, Request request)
    {
        Promise(request);
        if (_observers.TryGetValue(reference.Key, out var observer) && observer.GrainInstance is not null)
        {
            observer.Enqueue(request);
        }
        else
        {
            Remove(reference.Key);
        }

        return Promised(request);
    }

    public override void Resend(Request request) => throw new NotSupportedException("Observers are not deactivated.");

    public override void Forget(Activation activation) => Remove(activation.Key);
}
