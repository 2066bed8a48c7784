using System.Globalization;
using Actors.Catalog.Listing.Snapshots;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Views;

/// <summary>Headers of filtered lists that callers of <c>changed_since</c> need.</summary>
internal static class ViewHeaders
{
    /// <summary>Says from when on to ask the next time, once there is no further page: the last changes may still be joined by others with older time stamps.</summary>
    public static void SetThrough(HttpContext http, ViewPage page)
    {
        if (page.Request.Filter.ChangedSince is null || page.Next is not null) return;
        var through = DateTimeOffset.FromUnixTimeMilliseconds(page.Snapshot.LastChange) - EventSnapshots.Settling;
        http.Response.Headers["X-Changed-Through"] = through.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }
}
