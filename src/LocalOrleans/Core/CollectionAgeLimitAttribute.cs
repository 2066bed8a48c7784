using System.Globalization;

namespace Orleans;

/// <summary>How long an activation of this class may be idle before it is collected.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class CollectionAgeLimitAttribute : Attribute
{
    /// <summary>The shortest limit.</summary>
    public static readonly TimeSpan MinAgeLimit = TimeSpan.FromMinutes(1);

    private readonly TimeSpan? _limit;

    /// <summary>The limit is the sum of the properties.</summary>
    public CollectionAgeLimitAttribute()
    {
    }

    /// <summary>The limit as <c>[d.]hh:mm:ss</c>.</summary>
    public CollectionAgeLimitAttribute(string inactivityPeriod) =>
        _limit = TimeSpan.Parse(inactivityPeriod, CultureInfo.InvariantCulture);

    /// <summary>Days.</summary>
    public double Days { get; set; }

    /// <summary>Hours.</summary>
    public double Hours { get; set; }

    /// <summary>Minutes.</summary>
    public double Minutes { get; set; }

    /// <summary>Whether activations are never collected.</summary>
    public bool AlwaysActive { get; set; }

    /// <summary>The limit.</summary>
    public TimeSpan AgeLimit => _limit ?? Longest(MinAgeLimit, Sum());

    private TimeSpan Sum() => AlwaysActive
        ? TimeSpan.FromDays(short.MaxValue)
        : TimeSpan.FromDays(Days) + TimeSpan.FromHours(Hours) + TimeSpan.FromMinutes(Minutes);

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
