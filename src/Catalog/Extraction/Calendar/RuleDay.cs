using System.Globalization;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>A weekday of BYDAY: every one (ordinal 0), the n-th, or the n-th from the end (negative).</summary>
internal readonly record struct RuleDay(int Ordinal, DayOfWeek Day)
{
    private const int MaxWeeks = 53;
    private static readonly string[] s_names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    public static RuleDay? Read(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length < 2 || WeekdayOf(trimmed[^2..]) is not { } day)
            return null;
        if (trimmed.Length == 2)
            return new(0, day);
        return int.TryParse(trimmed[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ordinal)
            && ordinal is >= -MaxWeeks and <= MaxWeeks and not 0 ? new(ordinal, day) : null;
    }

    public static DayOfWeek? WeekdayOf(string name) =>
        Array.FindIndex(s_names, n => n.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) is var at and >= 0 ? (DayOfWeek)at : null;
}
