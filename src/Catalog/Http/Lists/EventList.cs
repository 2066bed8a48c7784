namespace Actors.Catalog.Http.Lists;

/// <summary>A list of events, ready to be sent.</summary>
/// <param name="Body">The JSON array, UTF-8.</param>
/// <param name="ETag">Strong validator of the body, in quotes.</param>
/// <param name="Filled">When the rows were read.</param>
internal sealed record EventList(ReadOnlyMemory<byte> Body, string ETag, Reading Filled)
{
    /// <summary>The body in every coding that was asked for so far.</summary>
    public CodedBody Coded { get; } = new(Body);
}

/// <summary>The moment rows were read.</summary>
/// <param name="Changes">How many changes this process had made before.</param>
/// <param name="Clock">The wall clock, comparable with the rows' time stamps.</param>
/// <param name="Ticks">The monotonic clock, for intervals: the wall clock may be set back.</param>
internal readonly record struct Reading(long Changes, DateTimeOffset Clock, long Ticks);

/// <summary>A list and how long ago it was last known to be true.</summary>
/// <param name="List">The list.</param>
/// <param name="Age">Zero unless the rows cannot be read at the moment.</param>
internal readonly record struct ServedList(EventList List, TimeSpan Age);
