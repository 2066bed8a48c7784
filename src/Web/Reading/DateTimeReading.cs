using System.Globalization;
using System.Text.Json;

namespace Actors.Web.Reading;

/// <summary>Parses dates and times like pydantic: ISO 8601, a date alone (midnight), Unix seconds or milliseconds.</summary>
internal static class DateTimeReading
{
    // pydantic's limit: greater numbers are milliseconds.
    private const double MillisecondThreshold = 2e10;
    private const double MaxSeconds = 253402300799;
    private const double MinSeconds = -62135596800;

    public static ParseResult<DateTimeText> Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Read(element.GetString()!),
        JsonValueKind.Number => ReadUnix(element.GetDouble()),
        _ => FaultTexts.DateTimeType,
    };

    public static ParseResult<DateTimeText> Read(string text)
    {
        var reason = IsoDate.Read(text, out var date);
        if (reason is not null)
        {
            return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var unix)
                ? ReadUnix(unix)
                : FaultTexts.Date(reason);
        }

        if (text.Length == IsoDate.Length)
        {
            return new DateTimeText(text, date.ToDateTime(TimeOnly.MinValue), null);
        }

        return text[IsoDate.Length] is 'T' or 't' or ' ' or '_' && IsoTime.Read(text.AsSpan(IsoDate.Length + 1), out var time, out var offset)
            ? InRange(new DateTimeText(text, date.ToDateTime(TimeOnly.MinValue) + time, offset))
            : FaultTexts.Date("unexpected extra characters at the end of the input");
    }

    // An offset may move the first or last day of DateTime out of range.
    private static ParseResult<DateTimeText> InRange(DateTimeText value)
    {
        var utc = value.Local.Ticks - (value.Offset ?? TimeSpan.Zero).Ticks;
        return utc >= 0 && utc <= DateTime.MaxValue.Ticks ? value : FaultTexts.DateTime("datetime is out of range");
    }

    private static ParseResult<DateTimeText> ReadUnix(double unix)
    {
        if (!double.IsFinite(unix))
        {
            return FaultTexts.DateTime(unix > 0 ? "dates after 9999 are not supported as unix timestamps" : "dates before 0000 are not supported as unix timestamps");
        }

        var seconds = Math.Abs(unix) > MillisecondThreshold ? unix / 1000 : unix;
        return seconds switch
        {
            > MaxSeconds => FaultTexts.DateTime("dates after 9999 are not supported as unix timestamps"),
            < MinSeconds => FaultTexts.DateTime("dates before 0000 are not supported as unix timestamps"),
            _ => OfSeconds(seconds),
        };
    }

    private static DateTimeText OfSeconds(double seconds)
    {
        var local = DateTime.UnixEpoch.AddTicks((long)Math.Round(seconds * 1e6) * TimeSpan.TicksPerMicrosecond);
        var text = local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + "Z";
        return new DateTimeText(text, DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
    }
}
