using Orleans.Runtime;

namespace Orleans;

/// <summary>A stored reminder.</summary>
public sealed class ReminderEntry
{
    /// <summary>The grain that is reminded.</summary>
    public GrainId GrainId { get; set; }

    /// <summary>The name, unique for the grain.</summary>
    public string ReminderName { get; set; } = null!;

    /// <summary>When the first tick is due, in UTC.</summary>
    public DateTime StartAt { get; set; }

    /// <summary>How often ticks come.</summary>
    public TimeSpan Period { get; set; }

    /// <summary>The version of the row.</summary>
    public string? ETag { get; set; }

    /// <inheritdoc />
    public override string ToString() => $"<GrainId={GrainId} ReminderName={ReminderName} Period={Period}>";
}
