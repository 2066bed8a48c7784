namespace Orleans.Calls;

/// <summary>What a caller awaits when a call is not answered at once; also a node of <see cref="PendingCalls"/>.</summary>
internal abstract class Pending(Request request)
{
    public Request Request { get; } = request;

    /// <summary>What the caller awaits.</summary>
    public abstract Task Task { get; }

    /// <summary>Timestamp of the clock at which the caller gives up.</summary>
    public long Deadline { get; set; }

    /// <summary>How long the caller waits.</summary>
    public TimeSpan Timeout { get; set; }

    public Pending? Previous { get; set; }

    public Pending? Next { get; set; }

    public abstract void Complete(Task outcome);

    public abstract bool Fail(Exception exception);

    public abstract bool Cancel(CancellationToken token);
}
