using System.Globalization;
using Actors.Web.Reading;
using Microsoft.AspNetCore.WebUtilities;

namespace Actors.Web.Lists;

/// <summary>Paging of lists whose body is a bare array: totals and links are in headers.</summary>
public static class Paging
{
    /// <summary>Reads <c>limit</c>: a number from 1 to <paramref name="max"/>.</summary>
    public static int Limit(this QueryReader query, int otherwise, int max)
    {
        ArgumentNullException.ThrowIfNull(query);
        return (int)(query.OptionalInteger("limit", 1, max) ?? otherwise);
    }

    /// <summary>Reads <c>cursor</c>: the parts of the sort key after which the page begins; null for the first page.</summary>
    public static IReadOnlyList<string>? After(this QueryReader query, int parts)
    {
        ArgumentNullException.ThrowIfNull(query);
        var cursor = query.OptionalText("cursor", Cursor.MaxLength);
        if (cursor is null)
        {
            return null;
        }

        var key = Cursor.Decode(cursor, parts);
        if (key is null)
        {
            query.Refuse("cursor", "Value error, not a cursor of this list", "value_error");
        }

        return key;
    }

    /// <summary>Sets <c>X-Total-Count</c> to the length of the whole list.</summary>
    public static void SetTotal(HttpContext context, long total)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers["X-Total-Count"] = total.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Adds a <c>Link</c> to the next page; does nothing if <paramref name="cursor"/> is null.</summary>
    public static void SetNext(HttpContext context, string? cursor)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (cursor is not null)
        {
            context.Response.Headers.Append("Link", $"<{With(context.Request, "cursor", cursor)}>; rel=\"next\"");
        }
    }

    // A relative URL, so that it is valid behind a proxy.
    private static string With(HttpRequest request, string name, string value)
    {
        var others = request.Query.Where(pair => !pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value, (pair, text) => KeyValuePair.Create(pair.Key, text));
        var path = request.PathBase.Add(request.Path).ToUriComponent();
        return QueryHelpers.AddQueryString(path, [.. others, KeyValuePair.Create<string, string?>(name, value)]);
    }
}
