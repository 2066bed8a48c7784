using System.Collections.Frozen;

namespace Actors.Catalog.Listing.Filters;

/// <summary>The words of the parameter <c>when</c>, and the days that they mean.</summary>
internal static class DatePreset
{
    private const int DaysOfWeek = 7;

    private static readonly FrozenDictionary<string, Func<DateOnly, (DateOnly First, DateOnly Last)>> s_presets =
        new Dictionary<string, Func<DateOnly, (DateOnly, DateOnly)>>(StringComparer.OrdinalIgnoreCase)
        {
            ["today"] = today => (today, today),
            ["tomorrow"] = today => (today.AddDays(1), today.AddDays(1)),
            ["weekend"] = Weekend,
            ["week"] = today => (today, today.AddDays(DaysOfWeek - 1)),
            ["month"] = today => (today, today.AddMonths(1).AddDays(-1)),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words in the form that error messages list them.</summary>
    public const string Words = "'today', 'tomorrow', 'weekend', 'week' or 'month'";

    /// <summary>The days that a word means at <paramref name="now"/> in <paramref name="zone"/>; null for an unknown word.</summary>
    public static DateRange? Read(string word, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (!s_presets.TryGetValue(word, out var preset)) return null;
        var (first, last) = preset(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        return DateRange.OfDays(first, last, zone);
    }

    // The next Saturday and Sunday; on a Saturday or Sunday, the current ones.
    private static (DateOnly First, DateOnly Last) Weekend(DateOnly today) => today.DayOfWeek switch
    {
        DayOfWeek.Sunday => (today.AddDays(-1), today),
        var day => (today.AddDays(DayOfWeek.Saturday - day), today.AddDays(DaysOfWeek - (int)day)),
    };
}
