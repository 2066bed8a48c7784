using Actors.Catalog.Extraction;

namespace Actors.Catalog.Tests.Extraction;

public sealed class TextTests
{
    [Theory]
    [InlineData("2026-12-01", "2026-12-01")]
    [InlineData("2026-12-01T19:30", "2026-12-01T19:30")]
    [InlineData("2026-12-01 19:30:15", "2026-12-01T19:30:15")]
    [InlineData("2026-12-01T19:30:00-0400", "2026-12-01T19:30:00-04:00")]
    [InlineData("2026-12-01T19:30:00.123Z", "2026-12-01T19:30:00Z")]
    [InlineData("20261201T193000+03", "2026-12-01T19:30:00+03:00")]
    [InlineData("2026-12-01T19:30 +05:30", "2026-12-01T19:30+05:30")]
    [InlineData("01.12.2026 19:30", "2026-12-01T19:30")]
    [InlineData("2026-335T19:30", "2026-12-01T19:30")]
    [InlineData("2027-366", null)]
    [InlineData("2026-000", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("0001-01-02T21:30:00Z", null)]
    [InlineData("2026-12-01T25:00", null)]
    [InlineData("2026-12-01T19:30+99:00", null)]
    [InlineData("завтра в семь", null)]
    [InlineData(null, null)]
    public void Times_are_read_as_written_or_not_at_all(string? text, string? expected) =>
        (EventTimeReader.Read(text)?.Text).ShouldBe(expected);

    [Theory]
    [InlineData("2027-01-09T17:00:0009:00", "2027-01-09T17:00:00")]
    [InlineData("2027-01-09T17:0009:00", "2027-01-09T17:00")]
    [InlineData("2027-01-09T17:00:00.00009:00", "2027-01-09T17:00:00")]
    [InlineData("2027-01-09T17:00:000900", "2027-01-09T17:00:00")]
    [InlineData("2027-01-09T17:00:00 09:00", "2027-01-09T17:00:00")]
    [InlineData("2027-01-09 17:00 0900", "2027-01-09T17:00")]
    public void Offset_without_sign_is_dropped_and_reported(string text, string expected)
    {
        var time = EventTimeReader.Read(text).ShouldNotBeNull();
        (time.Text, time.Offset).ShouldBe((expected, null));
        time.Problem.ShouldNotBeNull().ShouldContain(text);
    }

    [Fact]
    public void Problem_of_a_time_is_reported_for_the_page()
    {
        var page = Page.JsonLd("""{"@type":"Event","name":"x","startDate":"2027-01-09T17:00:0009:00","endDate":"2027-01-09T21:00:0009:00"}""");
        page.Events.ShouldHaveSingleItem().Start!.Text.ShouldBe("2027-01-09T17:00:00");
        page.Problems.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("от 400.00 рублей", 400.0, null, "RUB")]
    [InlineData("от 0 до 650 рублей", 0.0, 650.0, "RUB")]
    [InlineData("1 500 – 3 000 ₽", 1500.0, 3000.0, "RUB")]
    [InlineData("взрослый — 400 рублей, детский – 200 рублей, дети до 7 лет бесплатно", 200.0, 400.0, "RUB")]
    [InlineData("$35", 35.0, null, "USD")]
    [InlineData("1.234,50 €", 1234.5, null, "EUR")]
    [InlineData("USD35", 35.0, null, "USD")]
    [InlineData("до 500 руб", null, 500.0, "RUB")]
    [InlineData("вход свободный", 0.0, null, null)]
    [InlineData("бесплатно, начало в 19:00", 0.0, null, null)]
    [InlineData("0", 0.0, null, null)]
    [InlineData("скидка 20% для детей 6+", null, null, null)]
    [InlineData("-5", null, null, null)]
    [InlineData("99999999999999999999", null, null, null)]
    [InlineData("уточняется", null, null, null)]
    [InlineData("", null, null, null)]
    [InlineData("от 25.000000 рублей", 25.0, null, "RUB")]
    [InlineData("25.000 €", 25000.0, null, "EUR")]
    [InlineData("1.234.567,5 руб", 1234567.5, null, "RUB")]
    [InlineData("с 01.12.2026 билет 500 рублей", 500.0, null, "RUB")]
    [InlineData("0,500 €", 0.5, null, "EUR")]
    [InlineData("1,234.5678 USD", 1234.5678, null, "USD")]
    public void Prices_are_read_from_prose(string text, double? min, double? max, string? currency) =>
        PriceText.Read(text).ShouldBe(new PriceRange((decimal?)min, (decimal?)max, currency));

    [Theory]
    [InlineData("<p>Раз &amp; два</p><script>x</script><p>три</p>", "Раз & два\nтри")]
    [InlineData("A &lt;3 B", "A <3 B")]
    [InlineData(" \u0001 a\u0000b ", "a b")]
    [InlineData("<br>", null)]
    public void Markup_becomes_plain_lines(string html, string? expected) => PlainText.Paragraphs(html).ShouldBe(expected);

    [Theory]
    [InlineData("25.000000", 25.0)]
    [InlineData("25.000", 25.0)]
    [InlineData("1.500", 1.5)]
    [InlineData("1500", 1500.0)]
    [InlineData(" 99.90 ", 99.9)]
    [InlineData("1e3", 1000.0)]
    [InlineData("1.5E+2", 150.0)]
    [InlineData("2500e-2", 25.0)]
    [InlineData("+5", 5.0)]
    [InlineData("5.", 5.0)]
    [InlineData(".5", 0.5)]
    [InlineData("0", 0.0)]
    [InlineData("0.00", 0.0)]
    [InlineData("12,50", 12.5)]
    [InlineData("25,000000", 25.0)]
    [InlineData("0,500", 0.5)]
    [InlineData("1,234", 1234.0)]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("1.234,50", 1234.5)]
    [InlineData("1 234,50", 1234.5)]
    [InlineData("1\u00A0234.50", 1234.5)]
    [InlineData("1'234.50", 1234.5)]
    [InlineData("1,234,567", 1234567.0)]
    [InlineData("1.234.567", 1234567.0)]
    [InlineData("1 234,50 ₽", 1234.5)]
    [InlineData("$1,234.50", 1234.5)]
    [InlineData("USD 25.000000", 25.0)]
    [InlineData("от 500", 500.0)]
    [InlineData("free", 0.0)]
    [InlineData("-5", null)]
    [InlineData("−5.00", null)]
    [InlineData("-1,234.50", null)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("1e400", null)]
    [InlineData("1e30", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("1e99999999999", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Machine_readable_prices_have_a_decimal_point(string? text, double? price) => MachineNumber.Price(text).Min.ShouldBe((decimal?)price);
}
