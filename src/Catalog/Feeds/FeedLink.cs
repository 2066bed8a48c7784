using Actors.Catalog.Events;
using Actors.Core.Text;

namespace Actors.Catalog.Feeds;

/// <summary>The address of an event's page, if it is an http or https address.</summary>
internal static class FeedLink
{
    public static string? Of(EventState e) =>
        WebUri.TryParse(e.Url, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url.AbsoluteUri : null;
}
