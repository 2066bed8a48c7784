namespace Orleans.Runtime;

/// <summary>When a reminder began, how often it comes, and when this tick came.</summary>
public readonly struct TickStatus
{
    /// <summary>Sets all three.</summary>
    public TickStatus(DateTime firstTickTime, TimeSpan period, DateTime timeStamp)
    {
        FirstTickTime = firstTickTime;
        Period = period;
        CurrentTickTime = timeStamp;
    }

    /// <summary>When the first tick was due, in UTC.</summary>
    public DateTime FirstTickTime { get; }

    /// <summary>How often ticks come.</summary>
    public TimeSpan Period { get; }

    /// <summary>When this tick came, in UTC.</summary>
    public DateTime CurrentTickTime { get; }

    /// <inheritdoc />
    public override string ToString() => $"<{FirstTickTime}, {Period}, {CurrentTickTime}>";
}
