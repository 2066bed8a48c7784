namespace Actors.Web.Reading;

/// <summary>Parses the date part of a text, <c>YYYY-MM-DD</c>, with pydantic's error reasons.</summary>
internal static class IsoDate
{
    public const int Length = 10;

    public static string? Read(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length < Length)
        {
            return "input is too short";
        }

        if (Digits(text[..4]) is not { } year)
        {
            return "invalid character in year";
        }

        if (text[4] != '-' || text[7] != '-')
        {
            return "invalid date separator, expected `-`";
        }

        return ReadDay(text, year, out date);
    }

    public static int? Digits(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return null;
            }

            value = (value * 10) + (c - '0');
        }

        return value;
    }

    private static string? ReadDay(ReadOnlySpan<char> text, int year, out DateOnly date)
    {
        date = default;
        if (Digits(text[5..7]) is not { } month)
        {
            return "invalid character in month";
        }

        if (Digits(text[8..10]) is not { } day)
        {
            return "invalid character in day";
        }

        if (RangeFault(year, month, day) is { } fault)
        {
            return fault;
        }

        date = new DateOnly(year, month, day);
        return null;
    }

    private static string? RangeFault(int year, int month, int day)
    {
        if (year == 0)
        {
            return "year 0 is out of range";
        }

        if (month is < 1 or > 12)
        {
            return "month value is outside expected range of 1-12";
        }

        return day < 1 || day > DateTime.DaysInMonth(year, month) ? "day value is outside expected range" : null;
    }
}
