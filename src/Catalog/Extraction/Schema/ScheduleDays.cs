using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Actors.Catalog.Extraction.Calendar;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>byDay, byMonth, byMonthDay and byMonthWeek of a schema.org Schedule.</summary>
/// <param name="Days">Weekdays, optionally with an ordinal.</param>
/// <param name="Months">1 to 12.</param>
/// <param name="MonthDays">1 to 31, or -1 to -31 counted from the end.</param>
/// <param name="MonthWeeks">1 to 5, or -1 to -5 counted from the end.</param>
/// <param name="Unread">The first value that could not be read; null if all were.</param>
internal sealed record ScheduleDays(ImmutableArray<RuleDay> Days, ImmutableArray<int> Months, ImmutableArray<int> MonthDays, ImmutableArray<int> MonthWeeks, string? Unread)
{
    private const int MaxValues = 400, DaysInWeek = 7;
    private const string PublicHolidays = "PublicHolidays";

    private static readonly FrozenDictionary<string, DayOfWeek> s_names = Enum.GetValues<DayOfWeek>()
        .SelectMany(day => Names(day).Select(name => KeyValuePair.Create(name, day)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the days include public holidays. No holiday calendar is available.</summary>
    public bool Holidays { get; init; }

    public bool HasOrdinals => !MonthWeeks.IsEmpty || Days.Any(d => d.Ordinal != 0);

    public static ScheduleDays Read(SchemaThing schedule)
    {
        string? unread = null;
        ImmutableArray<T> All<T>(string property, Func<string, IEnumerable<T>?> read) where T : struct
        {
            var found = ImmutableArray.CreateBuilder<T>();
            foreach (var word in schedule.Tokens(property).Where(t => t.Length <= ExtractionLimits.Text).SelectMany(t => t.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Take(MaxValues))
            {
                if (read(SchemaThing.LocalName(word)) is { } values)
                    found.AddRange(values);
                else
                    unread ??= $"{property} {word}";
            }
            return [.. found.Distinct()];
        }
        var holidays = schedule.Tokens("byDay").Any(IsHolidays);
        var (days, months) = (All("byDay", w => IsHolidays(w) ? [] : DaysOf(w)), All("byMonth", Month));
        var (monthDays, weeks) = (All("byMonthDay", w => Number(w, 31)), All("byMonthWeek", w => Number(w, 5)));
        return new(days, months, monthDays, weeks, holidays && days.IsEmpty ? PublicHolidays : unread) { Holidays = holidays };
    }

    private static bool IsHolidays(string word) => SchemaThing.LocalName(word).Equals(PublicHolidays, StringComparison.OrdinalIgnoreCase);

    // Monday, Mon, MO, 2MO, -1FR, Mo-Fr.
    private static IEnumerable<RuleDay>? DaysOf(string word)
    {
        if (s_names.TryGetValue(word, out var day))
            return [new(0, day)];
        if (RuleDay.Read(word) is { } known)
            return [known];
        var ends = word.Split(['-', '–'], 2, StringSplitOptions.TrimEntries);
        if (ends.Length < 2 || !s_names.TryGetValue(ends[0], out var first) || !s_names.TryGetValue(ends[1], out var last))
            return null;
        return Enumerable.Range(0, (last - first + DaysInWeek) % DaysInWeek + 1).Select(ahead => new RuleDay(0, (DayOfWeek)(((int)first + ahead) % DaysInWeek)));
    }

    private static IEnumerable<int>? Month(string word) =>
        Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, n => n.Length > 0 && n.Equals(word, StringComparison.OrdinalIgnoreCase)) is var at and >= 0
            ? [at + 1]
            : Number(word, 12) is [> 0] month ? month : null;

    private static int[]? Number(string word, int most) =>
        int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number != 0 && Math.Abs(number) <= most ? [number] : null;

    private static IEnumerable<string> Names(DayOfWeek day)
    {
        var (full, russian) = (day.ToString(), CultureInfo.GetCultureInfo("ru").DateTimeFormat.GetDayName(day));
        return new[] { full, full + "s", full[..3], full[..4], full[..2], full[..3] + ".", day == DayOfWeek.Thursday ? "Thurs" : full, russian }.Distinct(StringComparer.OrdinalIgnoreCase);
    }
}
