using Actors.Persistence.Commits;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Lists;

/// <summary>A list of events in the form that is sent.</summary>
/// <param name="ETag">The entity tag of the uncompressed body, in quotes.</param>
/// <param name="Point">The point of the commit sequence before the rows were read; null for a copy of another process, served while the database is unavailable.</param>
/// <param name="Filled">When the rows were read, as a timestamp of the monotonic clock.</param>
internal abstract record EventList(string ETag, CommitPoint? Point, long Filled)
{
    /// <summary>When another process read the rows; null for lists that were checked against the database.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>The coding to send when the caller prefers this one.</summary>
    public abstract ContentCoding Usable(ContentCoding coding);

    /// <summary>Sends the list in a coding. Throws exceptions of the store only before the first byte was sent.</summary>
    public abstract Task SendAsync(HttpContext http, ContentCoding coding);
}

/// <summary>A list and its age.</summary>
/// <param name="List">The list.</param>
/// <param name="Age">How long ago the list was last known to be current; zero while the rows can be read.</param>
internal readonly record struct ServedList(EventList List, TimeSpan Age);
