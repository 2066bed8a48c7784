using System.Globalization;
using System.Text.RegularExpressions;

namespace Actors.Catalog.Extraction.Lists;

/// <summary>
/// Reads dates in prose, Russian or English: "15 апреля · сб", "Monday, January 29th, 2018", "14 Апрель2023", 2023-04-15, 15.04.2023.
/// </summary>
internal static partial class WrittenDate
{
    private const int DaysBack = 60;

    /// <summary>
    /// Reads a date. If the year is missing, it is the first matching date from two months before <paramref name="today"/> on, with the given
    /// weekday.
    /// </summary>
    public static DateOnly? Read(string text, DateOnly? today)
    {
        if (Whole().Match(text) is { Success: true } whole)
            return EventTimeReader.Read(whole.Value) is { } time ? DateOnly.FromDateTime(time.Local) : null;
        var numbers = Numbers().Matches(text).Select(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        var words = Words().Matches(text).Select(m => m.Value).ToList();
        int? month = words.Select(MonthNames.Month).FirstOrDefault(m => m is not null);
        int? day = numbers.Select(n => (int?)n).FirstOrDefault(n => n is >= 1 and <= 31);
        int? year = numbers.Select(n => (int?)n).FirstOrDefault(n => n is >= EventTime.FirstYear and <= EventTime.LastYear);
        if (month is null || day is null)
            return null;
        if (year is not null)
            return Date(year.Value, month.Value, day.Value);
        return today is { } now ? Nearest(month.Value, day.Value, words.Select(MonthNames.Weekday).FirstOrDefault(d => d is not null), now) : null;
    }

    private static DateOnly? Nearest(int month, int day, DayOfWeek? weekday, DateOnly today)
    {
        var dates = Enumerable.Range(today.Year - 1, 10).Select(y => Date(y, month, day)).OfType<DateOnly>()
            .Where(d => d.DayNumber >= today.DayNumber - DaysBack).ToList();
        var fitting = dates.Take(3).Where(d => weekday is null || d.DayOfWeek == weekday).Select(d => (DateOnly?)d).FirstOrDefault();
        return fitting ?? dates.Select(d => (DateOnly?)d).FirstOrDefault();
    }

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;

    [GeneratedRegex(@"\b(?:\d{4}-\d{2}-\d{2}|\d{2}\.\d{2}\.\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![\d:.])\d{1,4}(?![\d:])", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\p{L}{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
