using System.Globalization;
using System.Text.RegularExpressions;

namespace Actors.Catalog.Extraction;

/// <summary>
/// Reads numbers in machine-readable fields (schema.org price, API fields). A point is a decimal point, no matter how many digits follow: 25.000000
/// is 25. <see cref="PriceText"/> reads prose, where 25.000 means 25,000.
/// </summary>
internal static partial class MachineNumber
{
    private const int MaxLength = 64, Group = 3;
    private const decimal HighestPrice = 999_999_999_999;

    /// <summary>The number; null if the text is not a number or does not fit a decimal.</summary>
    public static decimal? Read(string? text)
    {
        var trimmed = text?.Trim();
        if (trimmed is not { Length: > 0 and <= MaxLength })
            return null;
        return Plain().IsMatch(trimmed) || Grouped().IsMatch(trimmed) ? Parse(WithPoint(trimmed)) : null;
    }

    /// <summary>A price: a number of at least 0.</summary>
    public static decimal? Amount(string? text) => Read(text) is >= 0 and <= HighestPrice and { } amount ? amount : null;

    /// <summary>The price in a machine-readable field; text with words or a currency is read as prose.</summary>
    public static PriceRange Price(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (!Plain().IsMatch(trimmed) && !Grouped().IsMatch(trimmed))
            return PriceText.Read(text);
        return Amount(trimmed) is { } amount ? new(amount, null, null) : PriceRange.Unknown;
    }

    private static decimal? Parse(string number) =>
        decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    // Some fields contain 1,234.50 or 1 234,50 anyway. With two kinds of separators the last is the decimal point; a single kind that repeats groups
    // digits.
    private static string WithPoint(string number)
    {
        var digits = number.Replace('−', '-');
        foreach (var space in (ReadOnlySpan<string>)[" ", "\u00A0", "\u202F", "\u2009", "'", "’"])
            digits = digits.Replace(space, "", StringComparison.Ordinal);
        var (point, comma) = (digits.LastIndexOf('.'), digits.LastIndexOf(','));
        if (comma < 0 && digits.IndexOf('.', StringComparison.Ordinal) == point)
            return digits;
        var last = Math.Max(point, comma);
        var repeats = digits.IndexOf(digits[last], StringComparison.Ordinal) != last;
        var groups = repeats || (point < 0 && digits.Length - comma - 1 == Group && !digits.TrimStart('+', '-').StartsWith('0'));
        var whole = (groups ? digits : digits[..last]).Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
        return groups ? whole : $"{whole}.{digits[(last + 1)..]}";
    }

    [GeneratedRegex(@"^[+\-−]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+\-]?[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    // Groups of three, or no groups and a decimal comma.
    [GeneratedRegex(@"^[+\-−]?(?:[0-9]{1,3}(?:[., \u00A0\u202F\u2009'’][0-9]{3})+(?:[.,][0-9]*)?|[0-9]*,[0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
