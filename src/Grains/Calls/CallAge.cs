namespace Actors.Grains.Calls;

/// <summary>
/// The time since the first attempt of a call; a retry may come many seconds later. The caller measures it and sends the elapsed time, so clocks of
/// different silos are never compared.
/// </summary>
public static class CallAge
{
    private const string Key = "actors.call-age";

    /// <summary>The age of the current grain call: zero if neither the call nor any call that led to it is a retry.</summary>
    public static TimeSpan Current => RequestContext.Get(Key) is long ticks ? TimeSpan.FromTicks(ticks) : TimeSpan.Zero;

    /// <summary>Sets the age of all calls that the current request makes from now on.</summary>
    public static void Set(TimeSpan age) => RequestContext.Set(Key, age.Ticks);
}
