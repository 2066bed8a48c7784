using Actors.Persistence.Commits;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Lists;

/// <summary>A list too long to be cached: every reader gets it from the rows.</summary>
/// <param name="Pages">Reads the rows.</param>
/// <param name="Stream">Sends them.</param>
/// <param name="Point">The point of the commit sequence that the validator names.</param>
/// <param name="Filled">When the list was found to be too long.</param>
internal sealed record LongList(ListPages Pages, ListStream Stream, CommitPoint Point, long Filled) : EventList(TagOf(Point), Point, Filled)
{
    /// <summary>True when rows changed since the list was found to be too long: it may be short by now.</summary>
    public bool MayBeShort { get; private init; }

    public override ContentCoding Usable(ContentCoding coding) => coding;

    public override Task SendAsync(HttpContext http, ContentCoding coding) =>
        HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : Stream.SendAsync(Pages, http, coding);

    /// <summary>The list after a change. Its length is not measured again yet.</summary>
    public LongList After(CommitPoint change) => new(Pages, Stream, change, Filled) { MayBeShort = true };

    // Weak: rows may change while they are sent. A reader who got newer rows than the validator says asks once more than needed.
    private static string TagOf(CommitPoint point) => $"W/\"{SharedLists.Format}-{point.Epoch}-{point.Next:x}-{point.Watermark:x}\"";
}
