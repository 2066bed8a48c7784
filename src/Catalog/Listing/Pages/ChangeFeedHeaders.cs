using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Views;

/// <summary>Headers of change feeds.</summary>
internal static class ViewHeaders
{
    /// <summary>Returns the mark for the next call on the last page, and says when a feed began anew.</summary>
    public static void Set(HttpContext http, ViewPage page)
    {
        if (!page.Request.IsChangeFeed || page.Request.HidesGone) return;
        if (page.Request.IsReset) http.Response.Headers["X-Changed-Reset"] = "true";
        if (page.Next is null) http.Response.Headers["X-Changed-Through"] = page.Request.Through!.ToString();
    }
}
