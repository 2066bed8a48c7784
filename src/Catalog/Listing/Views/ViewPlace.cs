using System.Globalization;
using Actors.Web.Lists;
using Actors.Web.Reading;

namespace Actors.Catalog.Listing.Views;

/// <summary>A place in a list: what the list is ordered by, rising, then the event's number.</summary>
internal readonly record struct ViewPlace(long Key, long Id) : IComparable<ViewPlace>
{
    private const int Parts = 3;

    public int CompareTo(ViewPlace other) => Key != other.Key ? Key.CompareTo(other.Key) : Id.CompareTo(other.Id);

    /// <summary>The cursor that names this place in a list of this order.</summary>
    public string ToCursor(ViewOrder order) => Cursor.Encode(
        ((int)order).ToString(CultureInfo.InvariantCulture), Key.ToString(CultureInfo.InvariantCulture), Id.ToString(CultureInfo.InvariantCulture));

    /// <summary>The place after which the page begins; null for the first page. A cursor of another list is a fault.</summary>
    public static ViewPlace? Read(QueryReader query, ViewOrder order)
    {
        if (query.After(Parts) is not { } parts) return null;
        if (Number(parts[0]) == (int)order && Number(parts[1]) is { } key && Number(parts[2]) is { } id) return new ViewPlace(key, id);
        query.Refuse("cursor", "Value error, not a cursor of this list", "value_error");
        return null;
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
