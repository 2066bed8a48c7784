namespace Actors.Catalog.Extraction.Lists;

/// <summary>Names of months and weekdays, Russian and English, full or abbreviated.</summary>
internal static class MonthNames
{
    private const int Shortest = 3;

    private static readonly string[][] s_months =
    [
        ["январь", "января", "january"], ["февраль", "февраля", "february"], ["март", "марта", "march"], ["апрель", "апреля", "april"],
        ["май", "мая", "may"], ["июнь", "июня", "june"], ["июль", "июля", "july"], ["август", "августа", "august"],
        ["сентябрь", "сентября", "september"], ["октябрь", "октября", "october"], ["ноябрь", "ноября", "november"], ["декабрь", "декабря", "december"],
    ];

    private static readonly string[][] s_weekdays =
    [
        ["вс", "воскресенье", "sunday"], ["пн", "понедельник", "monday"], ["вт", "вторник", "tuesday"], ["ср", "среда", "wednesday"],
        ["чт", "четверг", "thursday"], ["пт", "пятница", "friday"], ["сб", "суббота", "saturday"],
    ];

    /// <summary>1 to 12; null for any other word.</summary>
    public static int? Month(string word) => Find(s_months, word) is >= 0 and var at ? at + 1 : null;

    public static DayOfWeek? Weekday(string word) => Find(s_weekdays, word) is >= 0 and var at ? (DayOfWeek)at : null;

    private static int Find(string[][] names, string word) => Array.FindIndex(names, forms => Array.Exists(forms, f =>
        f.Equals(word, StringComparison.OrdinalIgnoreCase) || (word.Length >= Shortest && f.StartsWith(word, StringComparison.OrdinalIgnoreCase))));
}
