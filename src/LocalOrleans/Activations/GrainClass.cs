using Orleans.Calls;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>What the runtime knows about one grain class, and its activations.</summary>
internal abstract class GrainClass(LocalRuntime runtime, GrainType grainType, Type type)
{
    public LocalRuntime Runtime { get; } = runtime;

    public GrainType GrainType { get; } = grainType;

    public Type Type { get; } = type;

    /// <summary>Whether all calls may interleave.</summary>
    public bool Reentrant { get; } = type.IsDefined(typeof(Concurrency.ReentrantAttribute), inherit: true);

    /// <summary>Whether activation is more than the making of an object, and so may take long.</summary>
    public bool HasOwnActivation { get; } =
        type.GetMethod(nameof(Grain.OnActivateAsync), [typeof(CancellationToken)])?.DeclaringType != typeof(Grain);

    /// <summary>Whether a call may run on its caller's thread.</summary>
    public abstract bool MayInline { get; }

    /// <summary>Milliseconds of idleness after which an activation is collected.</summary>
    public long AgeLimit { get; } = runtime.Collector.AgeLimitOf(type);

    public GrainActivator Activator { get; } = GrainActivator.For(type);

    public CallFilters Filters { get; } = runtime.FiltersOf(type);

    /// <summary>All activations there are.</summary>
    public abstract IEnumerable<Activation> Activations { get; }

    /// <summary>Sends a request; the result is what its caller awaits.</summary>
    public abstract Task Send(GrainReference reference, Request request);

    /// <summary>Sends a request again that waited for an activation which has ended.</summary>
    public abstract void Resend(Request request);

    /// <summary>Drops an activation that has ended.</summary>
    public abstract void Forget(Activation activation);

    /// <summary>Makes the caller's promise, unless nothing is promised.</summary>
    protected void Promise(Request request)
    {
        if (!request.Traits.OneWay && request.Pending is null)
        {
            Runtime.Promise(request);
        }
    }

    /// <summary>What the caller of a request that was accepted awaits.</summary>
    protected static Task Promised(Request request) => request.Pending?.Task ?? Task.CompletedTask;

    /// <summary>What the caller gets when there is no activation to be had.</summary>
    protected Task Refuse(Request request, Exception exception)
    {
        request.Outcome = request.Failed(exception);
        Runtime.Answer(request);
        return request.Traits.OneWay ? Task.CompletedTask : request.Pending?.Task ?? request.Outcome;
    }
}
