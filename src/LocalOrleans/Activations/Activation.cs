using Orleans.Runtime;

namespace Orleans.Activations;

/// <summary>
/// One activation of a grain: the grain object, the calls that run and wait, and the scheduler of its turns, in one
/// object. This file holds what it is; Activation.Calls.cs how calls go through it, Activation.Begin.cs, .Life.cs and .End.cs its life.
/// </summary>
internal sealed partial class Activation : TurnScheduler, IGrainContext
{
    private readonly IdSpan _key;
    private object? _grain;
    private ActivationParts? _parts;

    public Activation(GrainClass grainClass, IdSpan key, object? owner = null)
    {
        Class = grainClass;
        _key = key;
        _usedAt = grainClass.Runtime.Collector.Now;
        if (owner is not null)
        {
            Parts.Owner = owner;
        }
    }

    public GrainClass Class { get; }

    public LocalRuntime Runtime => Class.Runtime;

    public IdSpan Key => _key;

    public GrainId GrainId => new(Class.GrainType, _key);

    public GrainReference GrainReference => Parts.Reference ??= Class.Runtime.References.Untyped(Class, _key);

    /// <summary>The grain object; an observer is held weakly, and is null when its owner has dropped it.</summary>
    public object? GrainInstance => _grain is WeakReference weak ? weak.Target : _grain;

    public IServiceProvider ActivationServices => Parts.ServicesOf(this);

    public IGrainLifecycle ObservableLifecycle => Lifecycle;

    public Task Deactivated => Parts.Ended.Task;

    /// <summary>What few activations need, made when asked for.</summary>
    public ActivationParts Parts
    {
        get
        {
            if (_parts is { } parts)
            {
                return parts;
            }

            Interlocked.CompareExchange(ref _parts, new ActivationParts(), null);
            return _parts;
        }
    }

    public GrainLifecycle Lifecycle => Parts.Lifecycle ??= new GrainLifecycle();

    public static Activation Of(IGrainContext context) => context as Activation
        ?? throw new InvalidOperationException("The grain was made outside of the runtime.");

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override string ToString() => $"[Activation {GrainId}]";
}
