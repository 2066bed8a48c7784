using System.Globalization;

namespace Actors.Catalog.Events;

/// <summary>
/// Tells states of all rows apart. Every write raises a version by one, so within one history of the rows the sum only grows, and two equal ones are
/// the same rows. After a backup was put back another history may come to the same sum, but not with the same last change.
/// </summary>
/// <param name="Count">How many rows there are.</param>
/// <param name="Versions">The sum of their versions.</param>
/// <param name="LastChange">When any last changed, in unix milliseconds; zero when there is none.</param>
internal readonly record struct EventMark(long Count, long Versions, long LastChange)
{
    /// <summary>As a short text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count:x}-{Versions:x}-{LastChange:x}");

    /// <summary>What <see cref="ToString"/> made; the mark of no rows when it is something else.</summary>
    public static EventMark Parse(string text)
    {
        var parts = text.Split('-');
        return parts.Length == 3 && IsNumber(parts[0], out var count) && IsNumber(parts[1], out var versions) && IsNumber(parts[2], out var change)
            ? new EventMark(count, versions, change)
            : default;
    }

    private static bool IsNumber(string text, out long number) => long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number);
}
