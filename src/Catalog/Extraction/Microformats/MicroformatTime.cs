using System.Globalization;
using System.Text.RegularExpressions;
using Actors.Catalog.Extraction.Calendar;
using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Microformats;

/// <summary>A microformat time: date, time of day and offset. Each part may be missing or have its own element.</summary>
internal sealed partial record MicroformatTime(DateOnly? Day, string? Clock, string? Offset, string? Problem)
{
    private const int MaxLength = 64, HoursOfHalf = 12;
    private const string OffsetPattern = @"(?:(?<zulu>[Zz])|(?<sign>[+\-−])(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?)";
    private static readonly MicroformatTime s_empty = new(null, null, null, null);

    /// <summary>The time of an element; null if it has none of the parts.</summary>
    public static MicroformatTime? Of(IElement? element) => element is null ? null :
        MicroformatValue.Times(element).Select(Read).FirstOrDefault(t => t is not null);

    /// <summary>The complete time. A missing date or offset is taken from another time of the same event.</summary>
    public EventTime? With(MicroformatTime? other)
    {
        if ((Day ?? (Clock is null ? null : other?.Day)) is not { } day)
            return null;
        if (Clock is null)
            return EventTime.OfDate(day);
        var time = EventTimeReader.Read(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{Clock}{Offset ?? (Problem is null ? other?.Offset : null)}"));
        return time is null || Problem is null ? time : time with { Problem = Problem };
    }

    /// <summary>The moment after a duration; null without a start or a valid duration.</summary>
    public static EventTime? After(EventTime? start, string? duration)
    {
        if (start is null || CalendarTimes.Duration(duration) is not { } length)
            return null;
        var local = start.Local + length;
        return start.DateOnly ? EventTime.OfDate(DateOnly.FromDateTime(local))
            : start.Offset is { } offset ? EventTime.Of(new DateTimeOffset(local, offset)) : EventTime.OfLocal(local);
    }

    // The first part of each kind wins.
    private static MicroformatTime? Read(IReadOnlyList<string> parts)
    {
        var time = parts.Aggregate(s_empty, (known, part) => known.WithPart(part.Trim()));
        return time == s_empty ? null : time;
    }

    private MicroformatTime WithPart(string part)
    {
        if (part.Length is 0 or > MaxLength)
            return this;
        if (EventTimeReader.Read(part) is { } read)
            return Day is null ? WithParsed(read) : this;
        if (ClockForm().Match(part) is { Success: true } clock && ClockOf(clock) is { } written)
            return Clock is null ? this with { Clock = written, Offset = OffsetOf(clock) ?? Offset } : this;
        if (OffsetForm().Match(part) is { Success: true } offset)
            return this with { Offset = Offset ?? OffsetOf(offset) };
        return Day is null && Clock is null && DayAndClock().Match(part) is { Success: true } both
            ? WithPart(both.Groups["day"].Value).WithPart(both.Groups["clock"].Value.Trim())
            : this;
    }

    // Keeps the written form, with or without seconds.
    private MicroformatTime WithParsed(EventTime read)
    {
        var day = this with { Day = DateOnly.FromDateTime(read.Local) };
        if (read.DateOnly || Clock is not null)
            return day;
        var clock = read.Text[(read.Text.IndexOf('T', StringComparison.Ordinal) + 1)..];
        var offset = clock.AsSpan().IndexOfAny("Z+-");
        return day with { Clock = offset < 0 ? clock : clock[..offset], Offset = offset < 0 ? Offset : clock[offset..], Problem = read.Problem };
    }

    // 19:00, 19:00:30, 7pm, 7:00 p.m.
    private static string? ClockOf(Match clock)
    {
        var (hour, half) = (int.Parse(clock.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture), clock.Groups["half"]);
        if (half.Success ? hour is < 1 or > HoursOfHalf : !clock.Groups["minute"].Success)
            return null;
        if (half.Success)
            hour = hour % HoursOfHalf + (half.Value is "p" or "P" ? HoursOfHalf : 0);
        var minute = clock.Groups["minute"] is { Success: true } given ? given.Value : "00";
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute}") + (clock.Groups["second"] is { Success: true } second ? $":{second.Value}" : "");
    }

    private static string? OffsetOf(Match match)
    {
        if (match.Groups["zulu"].Success)
            return "Z";
        if (!match.Groups["hours"].Success)
            return null;
        var minutes = match.Groups["minutes"] is { Success: true } given ? given.Value : "00";
        return $"{match.Groups["sign"].Value}{match.Groups["hours"].Value.PadLeft(2, '0')}:{minutes}";
    }

    [GeneratedRegex(@"^[Tt]?(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,][0-9]+)?)?)?(?:\s*(?<half>[apAP])\.?[mM]\.?)?(?:\s*" + OffsetPattern + ")?$", RegexOptions.CultureInvariant)]
    private static partial Regex ClockForm();

    [GeneratedRegex("^(?:UTC|GMT)?" + OffsetPattern + "$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OffsetForm();

    // 2027-01-13 7pm, 2027-013 7pm
    [GeneratedRegex(@"^(?<day>[0-9]{4}-(?:[0-9]{2}-[0-9]{2}|[0-9]{3}))[Tt ]\s*(?<clock>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex DayAndClock();
}
