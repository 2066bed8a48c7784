using System.Globalization;
using System.Text.RegularExpressions;

namespace Actors.Catalog.Extraction.Lists;

/// <summary>Reads a time of day in prose: 18:30, 9.00, 9:00am, 7 pm.</summary>
internal static partial class WrittenTime
{
    public static TimeOnly? Read(string? text)
    {
        if (text is null || Form().Match(text) is not { Success: true } found)
            return null;
        var hour = int.Parse(found.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = found.Groups["minute"] is { Success: true } minutes ? int.Parse(minutes.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var half = found.Groups["half"];
        if (half.Success && hour is < 1 or > 12)
            return null;
        if (half.Success)
            hour = hour % 12 + (half.Value is "p" or "P" ? 12 : 0);
        return hour < 24 && minute < 60 ? new(hour, minute) : null;
    }

    [GeneratedRegex(@"\b(?<hour>\d{1,2})(?:(?:[:.](?<minute>\d{2})\b)|(?:[:.](?<minute>\d{2}))?\s?(?<half>[apAP])\.?[mM]\b)(?:\s?(?<half>[apAP])\.?[mM]\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
