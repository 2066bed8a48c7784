using System.Collections.Immutable;
using System.Globalization;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Filters;
using Actors.Search.Text;
using Actors.Web.Lists;
using Actors.Web.Reading;

namespace Actors.Catalog.Listing.Pages;

/// <summary>Reads the additional parameters of lists and collects their faults in the query.</summary>
internal sealed class ListRequestReader(CatalogOptions options, TimeProvider timeProvider)
{
    private const int MaxTextLength = 200;
    private const int MaxLimit = 1000;
    private const int MaxAge = 99;

    /// <summary>Reads a request.</summary>
    /// <param name="query">The parameters.</param>
    /// <param name="scope">The scope of the path and of <c>type</c>.</param>
    /// <param name="page">The default number of events per page.</param>
    /// <param name="defaultOrder">The order of a list without search text and <c>changed_since</c>.</param>
    public ListRequest Read(QueryReader query, EventScope scope, int page, ListOrder defaultOrder)
    {
        var since = ChangeMark.Parse(query.OptionalText("changed_since", Cursor.MaxLength));
        var filter = ReadFilter(query) with { ChangedSince = since is null && query.OptionalDateTimeText("changed_since") is { } time ? Moment(time) : null };
        var words = query.OptionalText("q", MaxTextLength) is { } q && !string.IsNullOrWhiteSpace(q) ? q : null;
        var order = words is not null ? ListOrder.Rank : since is not null || filter.ChangedSince is not null ? ListOrder.Change : defaultOrder;
        var limit = query.Limit(page, MaxLimit);
        var start = ListPosition.Read(query, order);
        return new ListRequest(scope, filter, words, order, start?.After, limit, ReadFields(query)) { Since = since, Through = start?.Through };
    }

    /// <summary>The members that <c>fields</c> names; empty: all.</summary>
    public static ImmutableArray<string> ReadFields(QueryReader query)
    {
        var names = query.OptionalText("fields", MaxTextLength)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        if (names.Any(name => !EventMembers.Names.Contains(name)))
            query.Refuse("fields", $"Value error, members of an event are {string.Join(", ", EventMembers.InOrder)}", "value_error");
        return [.. names];
    }

    private EventFilter ReadFilter(QueryReader query)
    {
        var (least, most) = (query.OptionalInteger("price_min", 0), query.OptionalInteger("price_max", 0));
        if (least > most) query.Refuse("price_max", "Value error, price_max is below price_min", "value_error");
        return new EventFilter
        {
            Dates = ReadDates(query),
            Place = query.OptionalText("place", MaxTextLength) is { } place ? TextFolding.Fold(place) : "",
            PriceMin = least ?? long.MinValue,
            PriceMax = most ?? long.MaxValue,
            Age = ReadAge(query),
        };
    }

    private DateRange ReadDates(QueryReader query)
    {
        var from = query.OptionalDateTimeText("date_from") is { } first ? Moment(first) : long.MinValue;
        var to = query.OptionalDateTimeText("date_to") is { } last ? IsDay(last) ? DateRange.End(DateOnly.FromDateTime(last.Local), options.Zone) : Moment(last) : long.MaxValue;
        if (from > to) query.Refuse("date_to", "Value error, date_to is before date_from", "value_error");
        return new DateRange(from, to).And(ReadPreset(query));
    }

    private DateRange ReadPreset(QueryReader query)
    {
        if (query.OptionalText("when", MaxTextLength) is not { Length: > 0 } word) return DateRange.Always;
        if (DatePreset.Read(word, timeProvider.GetUtcNow(), options.Zone) is { } range) return range;
        query.Refuse("when", $"Input should be {DatePreset.Words}", "enum");
        return DateRange.Always;
    }

    // Ages are written "12+". In a query string the plus is decoded as a space.
    private static int? ReadAge(QueryReader query)
    {
        if (query.OptionalText("age", MaxTextLength)?.Trim().TrimEnd('+') is not { Length: > 0 } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age <= MaxAge) return age;
        query.Refuse("age", "Input should be an age in years", "int_parsing");
        return null;
    }

    private static bool IsDay(DateTimeText date) => date.Text.Length == "YYYY-MM-DD".Length;

    private long Moment(DateTimeText date) =>
        EventDate.Of(date.Text, date.Local, date.Offset, options.Zone).Instant.ToUnixTimeMilliseconds();
}
