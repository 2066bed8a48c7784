using System.Text;
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
    [InlineData("2026-02-30", null)]
    [InlineData("0001-01-02T21:30:00Z", null)]
    [InlineData("2026-12-01T25:00", null)]
    [InlineData("2026-12-01T19:30+99:00", null)]
    [InlineData("завтра в семь", null)]
    [InlineData(null, null)]
    public void Times_are_read_as_written_or_not_at_all(string? text, string? expected) =>
        (EventTimeReader.Read(text)?.Text).ShouldBe(expected);

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
    public void Prices_are_read_from_words(string text, double? min, double? max, string? currency) =>
        PriceText.Read(text).ShouldBe(new PriceRange((decimal?)min, (decimal?)max, currency));

    [Theory]
    [InlineData("<p>Раз &amp; два</p><script>x</script><p>три</p>", "Раз & два\nтри")]
    [InlineData("A &lt;3 B", "A <3 B")]
    [InlineData(" \u0001 a\u0000b ", "a b")]
    [InlineData("<br>", null)]
    public void Markup_becomes_plain_lines(string html, string? expected) => PlainText.Paragraphs(html).ShouldBe(expected);

    [Fact]
    public void Old_encodings_of_pages_are_understood()
    {
        var cyrillic = CodePagesEncodingProvider.Instance.GetEncoding("windows-1251")!;
        PageText.Decode(cyrillic.GetBytes("<meta charset=windows-1251>Джаз"), "text/html").ShouldEndWith("Джаз");
        PageText.Decode(cyrillic.GetBytes("Джаз"), "text/html; charset=\"windows-1251\"").ShouldBe("Джаз");
        PageText.Decode(Encoding.UTF8.GetBytes("Джаз"), "text/html; charset=nonsense").ShouldBe("Джаз");
    }
}
