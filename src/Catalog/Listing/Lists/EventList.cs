using Actors.Catalog.Events;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Lists;

/// <summary>A list of events as it is known at a moment, ready to be sent.</summary>
/// <param name="ETag">Validator of the body as it is, in quotes.</param>
/// <param name="Mark">What the rows were like, before they were read.</param>
/// <param name="Filled">When the rows were read.</param>
internal abstract record EventList(string ETag, EventMark Mark, Reading Filled)
{
    /// <summary>Of a list that others made, and that may have changed since: when it was made.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>The coding that will be used where one was asked for.</summary>
    public abstract ContentCoding Usable(ContentCoding coding);

    /// <summary>Sends the list in a coding. Throws what the store throws when nothing was sent yet.</summary>
    public abstract Task SendAsync(HttpContext http, ContentCoding coding);
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
