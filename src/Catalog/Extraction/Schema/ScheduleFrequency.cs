using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>Reads repeatFrequency of a schema.org Schedule: an ISO 8601 duration, or words.</summary>
/// <param name="Unit">FREQ of RFC 5545.</param>
/// <param name="Interval">The number of units between repetitions.</param>
internal readonly partial record struct ScheduleFrequency(string Unit, int Interval)
{
    public const string Daily = "DAILY", Weekly = "WEEKLY", Monthly = "MONTHLY", Yearly = "YEARLY";
    private const int MonthsInYear = 12, DaysInWeek = 7, MinutesInHour = 60, MinutesInDay = 24 * 60;

    private static readonly FrozenDictionary<string, ScheduleFrequency> s_words = new Dictionary<string, ScheduleFrequency>(StringComparer.OrdinalIgnoreCase)
    {
        ["daily"] = new(Daily, 1),
        ["weekly"] = new(Weekly, 1),
        ["biweekly"] = new(Weekly, 2),
        ["fortnightly"] = new(Weekly, 2),
        ["monthly"] = new(Monthly, 1),
        ["bimonthly"] = new(Monthly, 2),
        ["quarterly"] = new(Monthly, 3),
        ["semiannual"] = new(Monthly, 6),
        ["semiannually"] = new(Monthly, 6),
        ["annual"] = new(Yearly, 1),
        ["annually"] = new(Yearly, 1),
        ["yearly"] = new(Yearly, 1),
        ["hourly"] = new("HOURLY", 1),
        ["ежедневно"] = new(Daily, 1),
        ["еженедельно"] = new(Weekly, 1),
        ["ежемесячно"] = new(Monthly, 1),
        ["ежегодно"] = new(Yearly, 1),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] s_numbers = ["", "one", "two", "three", "four", "five", "six"];

    /// <summary>The frequency; null if the text is not one.</summary>
    public static ScheduleFrequency? Read(string text)
    {
        var trimmed = text.Trim();
        if (Duration().Match(trimmed) is { Success: true } duration)
            return FromDuration(duration);
        var words = SchemaThing.LocalName(trimmed);
        if (s_words.TryGetValue(words.Replace("-", "", StringComparison.Ordinal), out var known))
            return known;
        return Every().Match(words) is { Success: true } every ? FromWords(every) : null;
    }

    private static ScheduleFrequency? FromDuration(Match duration)
    {
        var months = Part(duration, "years") * MonthsInYear + Part(duration, "months");
        var minutes = (Part(duration, "weeks") * DaysInWeek + Part(duration, "days")) * MinutesInDay + Part(duration, "hours") * MinutesInHour + Part(duration, "minutes");
        return (months, minutes) switch
        {
            ( > 0, 0) => months % MonthsInYear == 0 ? new(Yearly, months / MonthsInYear) : new(Monthly, months),
            (0, > 0) when minutes % (MinutesInDay * DaysInWeek) == 0 => new(Weekly, minutes / MinutesInDay / DaysInWeek),
            (0, > 0) when minutes % MinutesInDay == 0 => new(Daily, minutes / MinutesInDay),
            (0, > 0) when minutes % MinutesInHour == 0 => new("HOURLY", minutes / MinutesInHour),
            (0, > 0) => new("MINUTELY", minutes),
            _ => null,
        };
    }

    private static ScheduleFrequency? FromWords(Match every)
    {
        var number = every.Groups["number"].Value.ToLowerInvariant();
        var interval = number is "other" or "second" ? 2 : Math.Max(1, Array.IndexOf(s_numbers, number));
        if (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
            interval = digits;
        if (interval == 0)
            return null;
        return every.Groups["unit"].Value.ToLowerInvariant() switch
        {
            "day" => new(Daily, interval),
            "week" => new(Weekly, interval),
            "month" => new(Monthly, interval),
            _ => new(Yearly, interval),
        };
    }

    private static int Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^P(?:(?<years>\d{1,3})Y)?(?:(?<months>\d{1,3})M)?(?:(?<weeks>\d{1,3})W)?(?:(?<days>\d{1,4})D)?(?:T(?:(?<hours>\d{1,4})H)?(?:(?<minutes>\d{1,5})M)?(?:0+S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();

    [GeneratedRegex(@"^(?:(?:every|each)\s+)?(?:(?<number>\d{1,3}|other|second|one|two|three|four|five|six)\s+)?(?<unit>day|week|month|year)s?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Every();
}
