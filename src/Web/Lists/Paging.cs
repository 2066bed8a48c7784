using System.Globalization;
using Actors.Web.Reading;
using Microsoft.AspNetCore.WebUtilities;

namespace Actors.Web.Lists;

/// <summary>A page of a list whose body is a bare array: the rest is said in headers.</summary>
public static class Paging
{
    /// <summary>Reads <c>limit</c>: from 1 to <paramref name="max"/>, else a fault.</summary>
    public static int Limit(this QueryReader query, int otherwise, int max)
    {
        ArgumentNullException.ThrowIfNull(query);
        return (int)(query.OptionalInteger("limit", 1, max) ?? otherwise);
    }

    /// <summary>Reads <c>cursor</c>: the parts of the sort key after which the page begins; null for the first page. A cursor that is none of ours is a fault.</summary>
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

    /// <summary>Says how many items the whole list has.</summary>
    public static void SetTotal(HttpContext context, long total)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Headers["X-Total-Count"] = total.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Points to the next page; does nothing when there is none.</summary>
    public static void SetNext(HttpContext context, string? cursor)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (cursor is not null)
        {
            context.Response.Headers.Append("Link", $"<{With(context.Request, "cursor", cursor)}>; rel=\"next\"");
        }
    }

    // Relative, so that it stays right behind a proxy.
    private static string With(HttpRequest request, string name, string value)
    {
        var others = request.Query.Where(pair => !pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value, (pair, text) => KeyValuePair.Create(pair.Key, text));
        var path = request.PathBase.Add(request.Path).ToUriComponent();
        return QueryHelpers.AddQueryString(path, [.. others, KeyValuePair.Create<string, string?>(name, value)]);
    }
}
