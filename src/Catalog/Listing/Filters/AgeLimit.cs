using System.Globalization;

namespace Actors.Catalog.Listing.Filters;

/// <summary>The age from which an event is suitable, as sources write it: <c>18+</c>, <c>от 12 лет</c>, <c>0+</c>.</summary>
internal static class AgeLimit
{
    private const int MostDigits = 2;

    /// <summary>The first number of a text, in years; null when it has none or one of more than two digits.</summary>
    public static int? Read(string? text)
    {
        var start = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (start < 0) return null;
        var digits = text.AsSpan(start);
        var length = digits.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : digits.Length;
        return length <= MostDigits ? int.Parse(digits[..length], CultureInfo.InvariantCulture) : null;
    }
}
