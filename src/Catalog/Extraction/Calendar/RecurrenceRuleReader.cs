using System.Collections.Immutable;
using System.Globalization;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>Reads RRULE. One unsupported part rejects the whole rule, since an incomplete rule gives wrong dates.</summary>
internal static class RecurrenceRuleReader
{
    private const int MaxInterval = 1_000, MaxCount = 100_000, MaxParts = 20, LeapSecond = 60;

    /// <summary>The rule; null if it is not supported.</summary>
    public static RecurrenceRule? Read(string text)
    {
        var parts = text.Trim().TrimEnd(';').Split(';', MaxParts + 1).Select(p => p.Split('=', 2)).ToList();
        if (parts.Count > MaxParts || parts.Exists(p => p.Length != 2))
            return null;
        RecurrenceRule? rule = FrequencyOf(parts) is { } often ? new RecurrenceRule { Frequency = often } : null;
        foreach (var part in parts)
            rule = rule is null ? null : With(rule, part[0].Trim().ToUpperInvariant(), part[1].Trim());
        return rule;
    }

    private static Frequency? FrequencyOf(List<string[]> parts)
    {
        var name = parts.Find(p => p[0].Trim().Equals("FREQ", StringComparison.OrdinalIgnoreCase))?[1].Trim();
        return Enum.GetValues<Frequency>().Cast<Frequency?>().FirstOrDefault(f => f.ToString()!.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private static RecurrenceRule? With(RecurrenceRule rule, string name, string value) => name switch
    {
        "FREQ" => rule,
        "INTERVAL" => Number(value, 1, MaxInterval) is { } interval ? rule with { Interval = interval } : null,
        "COUNT" => Number(value, 1, MaxCount) is { } count ? rule with { Count = count } : null,
        "UNTIL" => EventTimeReader.Read(value) is { } until ? rule with { Until = until } : null,
        "WKST" => RuleDay.WeekdayOf(value) is { } start ? rule with { WeekStart = start } : null,
        "BYSECOND" => List(value, v => Number(v, 0, LeapSecond)) is { } seconds ? rule with { Seconds = seconds } : null,
        "BYMINUTE" => List(value, v => Number(v, 0, 59)) is { } minutes ? rule with { Minutes = minutes } : null,
        "BYHOUR" => List(value, v => Number(v, 0, 23)) is { } hours ? rule with { Hours = hours } : null,
        "BYDAY" => List(value, RuleDay.Read) is { } days ? rule with { Days = days } : null,
        "BYMONTHDAY" => List(value, v => Ordinal(v, 31)) is { } days ? rule with { MonthDays = days } : null,
        "BYYEARDAY" => List(value, v => Ordinal(v, 366)) is { } days ? rule with { YearDays = days } : null,
        "BYWEEKNO" => List(value, v => Ordinal(v, 53)) is { } weeks ? rule with { WeekNumbers = weeks } : null,
        "BYMONTH" => List(value, v => Number(v, 1, 12)) is { } months ? rule with { Months = months } : null,
        "BYSETPOS" => List(value, v => Ordinal(v, 366)) is { } positions ? rule with { Positions = positions } : null,
        _ => null,
    };

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    // 1 is the first, -1 the last.
    private static int? Ordinal(string text, int most) => Number(text, -most, most) is not 0 and var ordinal ? ordinal : null;

    private static ImmutableArray<T>? List<T>(string text, Func<string, T?> read) where T : struct
    {
        var items = text.Split(',', 400).Select(read).ToList();
        return items.TrueForAll(i => i is not null) ? [.. items.Select(i => i!.Value).Distinct()] : null;
    }
}
