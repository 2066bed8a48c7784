using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Listing.Pages;

/// <summary>Headers of change feeds.</summary>
internal static class ChangeFeedHeaders
{
    /// <summary>Sets the mark for the next call on the last page, and the header that reports a new epoch.</summary>
    public static void Set(HttpContext http, EventPage page)
    {
        if (!page.Request.IsChangeFeed || page.Request.OmitsDeleted) return;
        if (page.Request.IsReset) http.Response.Headers["X-Changed-Reset"] = "true";
        if (page.Next is null) http.Response.Headers["X-Changed-Through"] = page.Request.Through!.ToString();
    }
}
