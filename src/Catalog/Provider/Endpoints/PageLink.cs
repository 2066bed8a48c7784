using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>
/// Builds the page links of the envelope. They are absolute, because clients of Django REST framework follow them unchanged. They name the host of
/// the request and are never cached; <c>AllowedHosts</c> restricts the hosts.
/// </summary>
internal static class PageLink
{
    private const string Name = "page";

    public static string To(HttpRequest request, long page)
    {
        var parameters = request.Query.Where(pair => pair.Key != Name).SelectMany(pair => pair.Value, (pair, text) => KeyValuePair.Create(pair.Key, text));
        if (page > 1) parameters = parameters.Append(KeyValuePair.Create<string, string?>(Name, page.ToString(CultureInfo.InvariantCulture)));
        var path = request.PathBase.Add(request.Path).ToUriComponent();
        var origin = request.Host.HasValue ? $"{request.Scheme}://{request.Host.ToUriComponent()}" : "";
        return QueryHelpers.AddQueryString(origin + path, parameters);
    }
}
