using System.Globalization;
using Actors.Web.Lists;
using Actors.Web.Reading;

namespace Actors.Catalog.Listing.Pages;

/// <summary>A position in a list: the sort key (ascending), then the event's number.</summary>
internal readonly record struct ListPosition(long Key, long Id) : IComparable<ListPosition>
{
    private const int Parts = 4;

    public int CompareTo(ListPosition other) => Key != other.Key ? Key.CompareTo(other.Key) : Id.CompareTo(other.Id);

    /// <summary>The cursor of this position in a list of this order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="through">The mark that the last page of a change feed returns; null in other lists.</param>
    public string ToCursor(ListOrder order, ChangeMark? through) => Cursor.Encode(Text((int)order), Text(Key), Text(Id), through?.ToString() ?? "");

    /// <summary>The position before the page, with the mark of its cursor; null on the first page. A cursor of another order is a fault.</summary>
    public static (ListPosition After, ChangeMark? Through)? Read(QueryReader query, ListOrder order)
    {
        if (query.After(Parts) is not { } parts) return null;
        if (Number(parts[0]) == (int)order && Number(parts[1]) is { } key && Number(parts[2]) is { } id) return (new ListPosition(key, id), ChangeMark.Parse(parts[3]));
        query.Refuse("cursor", "Value error, not a cursor of this list", "value_error");
        return null;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
