using Actors.Catalog.Events;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Lists;

/// <summary>A list that is too long to be kept: every reader gets it from the rows.</summary>
/// <param name="Pages">Where it comes from.</param>
/// <param name="Stream">Sends it.</param>
/// <param name="Mark">What the rows were like.</param>
/// <param name="Filled">When it was found to be too long.</param>
internal sealed record LongList(ListPages Pages, ListStream Stream, EventMark Mark, Reading Filled) : EventList(TagOf(Mark), Mark, Filled)
{
    public override ContentCoding Usable(ContentCoding coding) => coding;

    public override Task SendAsync(HttpContext http, ContentCoding coding) =>
        HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : Stream.SendAsync(Pages, http, coding);

    /// <summary>The list of other rows, which was not looked at for being too long: that is still to be done.</summary>
    public LongList Of(EventMark mark) => this with { ETag = TagOf(mark), Mark = mark };

    /// <summary>A weak validator: rows may change while they are sent. Who got newer ones than the mark says only asks once more than needed.</summary>
    private static string TagOf(EventMark mark) => $"W/\"{SharedLists.Format}-{mark}\"";
}
