using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>Links of the envelope: absolute, since clients of Django REST framework follow them as they are. They name the host that the client
/// itself asked, and are cached by nobody; which hosts are answered at all is the setting <c>AllowedHosts</c>.</summary>
internal static class PageLink
{
    private const string Name = "page";

    public static string To(HttpRequest request, long page)
    {
        var others = request.Query.Where(pair => pair.Key != Name).SelectMany(pair => pair.Value, (pair, text) => KeyValuePair.Create(pair.Key, text));
        if (page > 1) others = others.Append(KeyValuePair.Create<string, string?>(Name, page.ToString(CultureInfo.InvariantCulture)));
        var path = request.PathBase.Add(request.Path).ToUriComponent();
        var origin = request.Host.HasValue ? $"{request.Scheme}://{request.Host.ToUriComponent()}" : "";
        return QueryHelpers.AddQueryString(origin + path, others);
    }
}
