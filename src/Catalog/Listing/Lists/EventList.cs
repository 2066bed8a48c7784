using Actors.Persistence.Commits;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Lists;

/// <summary>A list of events, ready to be sent.</summary>
/// <param name="ETag">Validator of the uncompressed body, in quotes.</param>
/// <param name="Point">The point of the commit sequence before its rows were read; null when the list came from another process while the database was away.</param>
/// <param name="Filled">When its rows were read, as a time stamp of the monotonic clock.</param>
internal abstract record EventList(string ETag, CommitPoint? Point, long Filled)
{
    /// <summary>Set on a list that another process made and that may be out of date: when it was made.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>The coding to use when the caller accepts this one.</summary>
    public abstract ContentCoding Usable(ContentCoding coding);

    /// <summary>Sends the list in a coding. Throws what the store throws, as long as nothing was sent.</summary>
    public abstract Task SendAsync(HttpContext http, ContentCoding coding);
}

/// <summary>A list and its age.</summary>
/// <param name="List">The list.</param>
/// <param name="Age">How long ago it was last known to be current: zero, unless the rows cannot be read at the moment.</param>
internal readonly record struct ServedList(EventList List, TimeSpan Age);
