using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Actors.Catalog.Events;

namespace Actors.Catalog.Listing.Pages;

/// <summary>Writes the events of a page as a JSON array.</summary>
internal static class PageJson
{
    private static readonly ReadOnlyMemory<byte> s_begin = "["u8.ToArray();
    private static readonly ReadOnlyMemory<byte> s_between = ","u8.ToArray();
    private static readonly ReadOnlyMemory<byte> s_end = "]"u8.ToArray();

    /// <summary>A page. A change feed has inactive events as <c>deleted</c>.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rows">The rows of the page; null for rows that no longer exist.</param>
    public static PageBody Write(EventPage page, IEnumerable<PageRow?> rows)
    {
        var pieces = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>((2 * page.Ids.Length) + 2);
        pieces.Add(s_begin);
        foreach (var row in rows.OfType<PageRow>().Where(row => page.Has(row.Active)))
        {
            if (pieces.Count > 1) pieces.Add(s_between);
            pieces.Add(Write(page, row));
        }

        pieces.Add(s_end);
        return new PageBody(pieces.ToImmutable());
    }

    /// <summary>A list of one event with these members only.</summary>
    public static ReadOnlyMemory<byte> Write(EventState one, ImmutableArray<string> fields)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(EventResponse.Of(one), CatalogJson.Readable.EventResponse);
        return (byte[])[.. s_begin.Span, .. EventMembers.Select(json, fields).Span, .. s_end.Span];
    }

    private static ReadOnlyMemory<byte> Write(EventPage page, PageRow row)
    {
        if (page.Request.IncludesDeleted && (!row.Active || page.IsHidden(row.Id)))
            return Encoding.UTF8.GetBytes($$"""{"id":{{row.Id}},"uuid":"{{row.Uuid}}","deleted":true}""");
        return page.Request.Fields.IsEmpty ? row.Json : EventMembers.Select(row.Json, page.Request.Fields);
    }
}
