using System.Globalization;

namespace Actors.Catalog.Tests.Extraction.Calendar;

/// <summary>
/// Random rules for which dateutil and RFC 5545 agree. Excluded, because dateutil differs from the standard: BYDAY with and without ordinals in one
/// rule (dateutil intersects, the standard unites), BYWEEKNO without BYDAY (all days of the week instead of the start's weekday), negative week
/// numbers other than -1 (not found in days of the next year), weeks 52 and 53 (for days in January dateutil counts the weeks of the wrong year: 2
/// January 2019 is in week 52 if weeks begin on Thursday), and BYSETPOS of weeks (dateutil's first week begins with the start).
/// </summary>
internal static class RandomRules
{
    private static readonly string[] s_days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    private static readonly string[] s_frequencies = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"];

    /// <summary>A start and a rule, separated by a space.</summary>
    public static string Next(Random random)
    {
        var start = new DateTime(1995, 1, 1).AddMinutes(random.Next(40 * 365 * 24 * 60));
        var frequency = s_frequencies[random.Next(s_frequencies.Length)];
        var rule = new List<string> { $"FREQ={frequency}" };
        if (Chance(random, 2)) rule.Add($"INTERVAL={1 + random.Next(frequency == "YEARLY" ? 4 : 20)}");
        if (Chance(random, 3)) rule.Add($"WKST={s_days[random.Next(7)]}");
        if (Chance(random, 3)) rule.Add($"BYMONTH={Numbers(random, 3, 1, 12)}");
        if (Chance(random, 4)) rule.Add($"BYMONTHDAY={Places(random, 4, 31)}");
        if (frequency is "YEARLY" or "HOURLY" or "MINUTELY" && Chance(random, 6)) rule.Add($"BYYEARDAY={Places(random, 5, 366)}");
        var weeks = frequency == "YEARLY" && Chance(random, 5);
        if (weeks) rule.Add($"BYWEEKNO={(Chance(random, 6) ? "-1" : Numbers(random, 4, 1, 51))}");
        if (weeks || Chance(random, 2)) rule.Add($"BYDAY={Days(random, !weeks && frequency is "YEARLY" or "MONTHLY")}");
        if (Chance(random, 4)) rule.Add($"BYHOUR={Numbers(random, 3, 0, 23)}");
        if (Chance(random, 4)) rule.Add($"BYMINUTE={Numbers(random, 3, 0, 59)}");
        if (Chance(random, 6)) rule.Add($"BYSECOND={Numbers(random, 2, 0, 59)}");
        if (frequency != "WEEKLY" && rule.Any(part => part.StartsWith("BY", StringComparison.Ordinal)) && Chance(random, 5)) rule.Add($"BYSETPOS={Places(random, 2, 10)}");
        var years = frequency == "YEARLY" ? 30 : frequency == "MONTHLY" ? 10 : 2;
        rule.Add(string.Create(CultureInfo.InvariantCulture, $"UNTIL={start.AddDays(random.Next(years * 365)):yyyyMMdd'T'HHmmss}"));
        return string.Create(CultureInfo.InvariantCulture, $"{start:yyyyMMdd'T'HHmmss} {string.Join(';', rule)}");
    }

    private static string Days(Random random, bool numbered) => numbered && Chance(random, 2)
        ? string.Join(',', Some(random, 3).Select(_ => $"{(Chance(random, 2) ? "-" : "")}{1 + random.Next(5)}{s_days[random.Next(7)]}").Distinct())
        : string.Join(',', Some(random, 4).Select(_ => s_days[random.Next(7)]).Distinct());

    private static string Numbers(Random random, int most, int from, int to) => string.Join(',', Some(random, most).Select(_ => random.Next(from, to + 1)).Distinct());

    private static string Places(Random random, int most, int to) =>
        string.Join(',', Some(random, most).Select(_ => (1 + random.Next(to)) * (Chance(random, 3) ? -1 : 1)).Distinct());

    private static IEnumerable<int> Some(Random random, int most) => Enumerable.Range(0, 1 + random.Next(most));

    private static bool Chance(Random random, int oneIn) => random.Next(oneIn) == 0;
}
