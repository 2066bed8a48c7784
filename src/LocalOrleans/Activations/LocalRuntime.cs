using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Calls;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>The runtime of one host: its grain classes, its calls under way, and its clock.</summary>
internal sealed partial class LocalRuntime : IDisposable
{
    private readonly TimeSpan _responseTimeout;
    private readonly PendingCalls _pending;
    private readonly ILogger<LocalRuntime> _logger;
    private readonly IIncomingGrainCallFilter[] _filters;

    public LocalRuntime(
        IServiceProvider services,
        IOptions<SiloMessagingOptions> messaging,
        IOptions<GrainCollectionOptions> collection,
        ActivationCollector collector,
        IEnumerable<IIncomingGrainCallFilter> filters,
        IEnumerable<IOutgoingGrainCallFilter> outgoing,
        [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
        [FromKeyedServices(TimeProviderNames.Messaging)] TimeProvider messagingClock,
        IMeterFactory meters,
        ILogger<LocalRuntime> logger)
    {
        Services = services;
        Clock = clock;
        Collector = collector;
        ActivationTimeout = collection.Value.ActivationTimeout;
        DeactivationTimeout = collection.Value.DeactivationTimeout;
        _responseTimeout = messaging.Value.ResponseTimeout;
        _filters = [.. filters];
        Outgoing = [.. outgoing];
        _logger = logger;
        Classes = new GrainClasses(this);
        Observers = new ObserverClass(this);
        Metrics = new RuntimeMetrics(meters);
        _pending = new PendingCalls(messagingClock, Metrics, messaging.Value.CancelRequestOnTimeout);
    }

    /// <summary>The caller of calls that no grain makes.</summary>
    public static GrainId Host { get; } = GrainId.Create("sys.client", "hosted");

    public IServiceProvider Services { get; }

    public TimeProvider Clock { get; }

    public ActivationCollector Collector { get; }

    public GrainClasses Classes { get; }

    public ObserverClass Observers { get; }

    public ReferenceFactory References { get; } = new();

    public RuntimeMetrics Metrics { get; }

    public TimeSpan ActivationTimeout { get; }

    public TimeSpan DeactivationTimeout { get; }

    /// <summary>Filters that see calls before they are sent.</summary>
    public IOutgoingGrainCallFilter[] Outgoing { get; }

    public bool HasFilters => _filters.Length > 0;

    /// <summary>Whether no more activations are made.</summary>
    public bool IsStopping { get; set; }

    public IGrainFactory GrainFactory => field ??= Services.GetRequiredService<IGrainFactory>();

    public static SiloUnavailableException Stopped() => new("The runtime has stopped or is stopping.");

    public CallFilters FiltersOf(Type type) => new(typeof(IGrainObserver).IsAssignableFrom(type) ? [] : _filters);

    /// <summary>Makes what the caller awaits, and starts its timeout.</summary>
    public void Promise(Request request)
    {
        var pending = request.CreatePending();
        request.Pending = pending;
        _pending.Add(pending, request.Traits.Timeout ?? _responseTimeout);
        if (request.Cancellation is { IsCancelledByCaller: true } cancellation)
        {
            pending.Cancel(cancellation.Callers);
        }
    }

    /// <summary>What the caller of a call that ran inline awaits: its own result when it is over, else a promise.</summary>
    public Task Settle(Request request, InlineRun run)
    {
        if (run == InlineRun.Ended)
        {
            request.Cancellation?.Dispose();
            return request.Outcome!;
        }

        Promise(request);
        Activation.Observe(request);
        return request.Pending!.Task;
    }

    /// <summary>Tells the caller how a call ended.</summary>
    public void Answer(Request request)
    {
        if (request.Pending is { } pending)
        {
            _pending.Remove(pending);
            pending.Complete(request.Outcome!);
        }
        else if (!request.Unobserved() && request.Outcome!.IsFaulted)
        {
            LogOneWayFailed(request.GetInterfaceName(), request.GetMethodName(), request.Outcome.Exception!.InnerException!);
        }

        request.Cancellation?.Dispose();
    }

    public void Dispose()
    {
        _pending.Dispose();
        Collector.Dispose();
    }
}
