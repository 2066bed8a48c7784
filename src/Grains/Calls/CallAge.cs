namespace Actors.Grains.Calls;

/// <summary>
/// How long ago a call was asked for, as far as that differs from now: a second attempt may come many seconds after the first. It is counted on the
/// clock of whoever calls and travels as a span of time, so clocks of two silos are not compared.
/// </summary>
public static class CallAge
{
    private const string Key = "actors.call-age";

    /// <summary>In a grain: zero when the call was sent for the first time, and so were those that led to it.</summary>
    public static TimeSpan Current => RequestContext.Get(Key) is long ticks ? TimeSpan.FromTicks(ticks) : TimeSpan.Zero;

    /// <summary>For the calls made from here on.</summary>
    public static void Set(TimeSpan age) => RequestContext.Set(Key, age.Ticks);
}
