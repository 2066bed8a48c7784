using Actors.Persistence.Commits;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Lists;

/// <summary>A list that is too long to be cached: every request reads its rows.</summary>
/// <param name="Pages">Reads the rows.</param>
/// <param name="Stream">Sends them.</param>
/// <param name="Point">The point of the commit sequence that the entity tag names.</param>
/// <param name="Filled">When the list was found to be too long.</param>
internal sealed record StreamedList(ListReader Pages, ListStream Stream, CommitPoint Point, long Filled) : EventList(TagOf(Point), Point, Filled)
{
    /// <summary>True if rows changed after the length was measured: the list may be short enough now.</summary>
    public bool MayBeShort { get; private init; }

    public override ContentCoding Usable(ContentCoding coding) => coding;

    public override Task SendAsync(HttpContext http, ContentCoding coding) =>
        HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : Stream.SendAsync(Pages, http, coding);

    /// <summary>The list after a change, without a new measurement.</summary>
    public StreamedList After(CommitPoint change) => new(Pages, Stream, change, Filled) { MayBeShort = true };

    // A weak tag, because rows may change while they are sent. A client that got newer rows than the tag names asks once more than needed.
    private static string TagOf(CommitPoint point) => $"W/\"{ListLoader.Format}-{point.Epoch}-{point.Next:x}-{point.Watermark:x}\"";
}
