namespace Orleans.Concurrency;

/// <summary>Calls of one id spread over several activations, so that they run at the same time.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatelessWorkerAttribute : Attribute
{
    /// <summary>As many activations of one id as there are processors.</summary>
    public StatelessWorkerAttribute()
        : this(Environment.ProcessorCount)
    {
    }

    /// <summary>At most that many activations of one id.</summary>
    public StatelessWorkerAttribute(int maxLocalWorkers) => MaxLocalWorkers = maxLocalWorkers;

    /// <summary>The most activations of one id.</summary>
    internal int MaxLocalWorkers { get; }
}
