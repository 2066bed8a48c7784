using System.Globalization;
using System.Text.Json;

namespace Actors.Web.Reading;

/// <summary>Dates and times as pydantic takes them: ISO 8601, a date alone (midnight), unix seconds or milliseconds.</summary>
internal static class DateTimeReading
{
    // pydantic's watershed: a larger number counts milliseconds.
    private const double Watershed = 2e10;
    private const double MaxSeconds = 253402300799;
    private const double MinSeconds = -62135596800;

    public static Reading<DateTimeText> Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Read(element.GetString()!),
        JsonValueKind.Number => ReadUnix(element.GetDouble()),
        _ => Wording.DateTimeType,
    };

    public static Reading<DateTimeText> Read(string text)
    {
        var reason = IsoDate.Read(text, out var date);
        if (reason is not null)
        {
            return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var unix)
                ? ReadUnix(unix)
                : Wording.Date(reason);
        }

        if (text.Length == IsoDate.Length)
        {
            return new DateTimeText(text, date.ToDateTime(TimeOnly.MinValue), null);
        }

        return text[IsoDate.Length] is 'T' or 't' or ' ' or '_' && IsoTime.Read(text.AsSpan(IsoDate.Length + 1), out var time, out var offset)
            ? InRange(new DateTimeText(text, date.ToDateTime(TimeOnly.MinValue) + time, offset))
            : Wording.Date("unexpected extra characters at the end of the input");
    }

    // An offset may push the first or last day of time out of it.
    private static Reading<DateTimeText> InRange(DateTimeText value)
    {
        var utc = value.Local.Ticks - (value.Offset ?? TimeSpan.Zero).Ticks;
        return utc >= 0 && utc <= DateTime.MaxValue.Ticks ? value : Wording.DateTime("datetime is out of range");
    }

    private static Reading<DateTimeText> ReadUnix(double unix)
    {
        if (!double.IsFinite(unix))
        {
            return Wording.DateTime(unix > 0 ? "dates after 9999 are not supported as unix timestamps" : "dates before 0000 are not supported as unix timestamps");
        }

        var seconds = Math.Abs(unix) > Watershed ? unix / 1000 : unix;
        return seconds switch
        {
            > MaxSeconds => Wording.DateTime("dates after 9999 are not supported as unix timestamps"),
            < MinSeconds => Wording.DateTime("dates before 0000 are not supported as unix timestamps"),
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
