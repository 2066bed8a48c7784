using System.Globalization;

namespace Actors.Catalog.Listing.Filters;

/// <summary>Reads age limits as sources write them: <c>18+</c>, <c>от 12 лет</c>, <c>0+</c>.</summary>
internal static class AgeLimit
{
    private const int MaxDigits = 2;

    /// <summary>The first number of a text, in years; null without a number or with more than two digits.</summary>
    public static int? Read(string? text)
    {
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0) return null;
        var digits = text.AsSpan(start);
        var length = digits.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : digits.Length;
        return length <= MaxDigits ? int.Parse(digits[..length], CultureInfo.InvariantCulture) : null;
    }
}
