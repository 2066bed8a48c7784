using System.Globalization;
using System.Text.Json;
using Actors.Web.Reading;

namespace Actors.Web.Tests.Http;

public sealed class DateTimes
{
    [Theory]
    [InlineData("2024-09-01T18:00:00", "2024-09-01 18:00:00.000000", null)]
    [InlineData("2024-09-01 18:00", "2024-09-01 18:00:00.000000", null)]
    [InlineData("2024-09-01t18:00:07.5z", "2024-09-01 18:00:07.500000", "00:00")]
    [InlineData("2024-09-01T18:00:00Z", "2024-09-01 18:00:00.000000", "00:00")]
    [InlineData("2024-09-01T18:00:00+03:00", "2024-09-01 18:00:00.000000", "03:00")]
    [InlineData("2024-09-01T18:00:00-0930", "2024-09-01 18:00:00.000000", "-09:30")]
    [InlineData("2024-09-01T18:00:00+05", "2024-09-01 18:00:00.000000", "05:00")]
    [InlineData("2024-09-01T18:00:00.123456789", "2024-09-01 18:00:00.123456", null)]
    [InlineData("2024-09-01", "2024-09-01 00:00:00.000000", null)]
    [InlineData("2024-02-29T23:59:59", "2024-02-29 23:59:59.000000", null)]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01 00:00:00.000000", "00:00")]
    public void A_text_is_parsed_and_kept(string text, string local, string? offset)
    {
        var value = Read(JsonSerializer.Serialize(text));

        value.Text.ShouldBe(text);
        value.Local.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture).ShouldBe(local);
        value.Local.Kind.ShouldBe(DateTimeKind.Unspecified);
        value.Offset.ShouldBe(offset is null ? null : Distance(offset));
    }

    [Theory]
    [InlineData("1725202800", "2024-09-01T15:00:00Z")]
    [InlineData("1725202800.25", "2024-09-01T15:00:00.25Z")]
    [InlineData("1725202800000", "2024-09-01T15:00:00Z")]
    [InlineData("\"1725202800\"", "2024-09-01T15:00:00Z")]
    [InlineData("-1", "1969-12-31T23:59:59Z")]
    public void A_number_is_Unix_time(string json, string text) => Read(json).Text.ShouldBe(text);

    [Theory]
    [InlineData("\"\"", "datetime_from_date_parsing", "input is too short")]
    [InlineData("\"soon\"", "datetime_from_date_parsing", "input is too short")]
    [InlineData("\"next Sunday!\"", "datetime_from_date_parsing", "invalid character in year")]
    [InlineData("\"2024/09/01\"", "datetime_from_date_parsing", "invalid date separator, expected `-`")]
    [InlineData("\"2024-13-01\"", "datetime_from_date_parsing", "month value is outside expected range of 1-12")]
    [InlineData("\"2023-02-29T10:00:00\"", "datetime_from_date_parsing", "day value is outside expected range")]
    [InlineData("\"0000-01-01\"", "datetime_from_date_parsing", "year 0 is out of range")]
    [InlineData("\"2024-09-01T24:00:00\"", "datetime_from_date_parsing", "unexpected extra characters at the end of the input")]
    [InlineData("\"2024-09-01T10:60\"", "datetime_from_date_parsing", "unexpected extra characters at the end of the input")]
    [InlineData("\"2024-09-01T10\"", "datetime_from_date_parsing", "unexpected extra characters at the end of the input")]
    [InlineData("\"2024-09-01T10:00:00+24:00\"", "datetime_from_date_parsing", "unexpected extra characters at the end of the input")]
    [InlineData("\"2024-09-01T10:00:00.\"", "datetime_from_date_parsing", "unexpected extra characters at the end of the input")]
    [InlineData("\"٢٠٢٤-٠٩-٠١\"", "datetime_from_date_parsing", "invalid character in year")]
    [InlineData("\"0001-01-01T00:00:00+03:00\"", "datetime_parsing", "datetime is out of range")]
    [InlineData("1e400", "datetime_parsing", "dates after 9999 are not supported as unix timestamps")]
    [InlineData("99999999999999999", "datetime_parsing", "dates after 9999 are not supported as unix timestamps")]
    public void An_invalid_date_has_a_reason(string json, string type, string reason)
    {
        var fault = Fault(json);
        fault.Type.ShouldBe(type);
        fault.Msg.ShouldEndWith(reason);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Other_JSON_types_are_refused(string json) => Fault(json).Type.ShouldBe("datetime_type");

    [Fact]
    public void A_text_with_an_offset_has_an_instant()
    {
        Read("\"2024-09-01T18:00:00+03:00\"").Instant.ShouldBe(new DateTimeOffset(2024, 9, 1, 15, 0, 0, TimeSpan.Zero));
        Read("\"2024-09-01T18:00:00\"").Instant.ShouldBeNull();
    }

    private static TimeSpan Distance(string offset) => TimeSpan.Parse(offset, CultureInfo.InvariantCulture);

    private static FieldReader Reader(string json) => new(JsonDocument.Parse($$"""{"d":{{json}}}""").RootElement);

    private static DateTimeText Read(string json)
    {
        var reader = Reader(json);
        var value = reader.DateTimeText("d");
        reader.Faults.ToError().Faults.ShouldBeEmpty();
        return value;
    }

    private static Web.Errors.Fault Fault(string json)
    {
        var reader = Reader(json);
        reader.DateTimeText("d");
        return reader.Faults.ToError().Faults.ShouldHaveSingleItem();
    }
}
