using System.Text;
using Actors.Catalog.Extraction;

namespace Actors.Catalog.Tests.Extraction;

public sealed class EncodingTests
{
    private static readonly Encoding s_cyrillic = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    [Theory]
    [InlineData("cp1251", "F1EEE4E0", "сода")]
    [InlineData("x-cp1251", "F1EEE4E0", "сода")]
    [InlineData(" Windows-1251\t", "F1EEE4E0", "сода")]
    [InlineData("iso-8859-1", "93E993 9C 80", "“é“œ€")]
    [InlineData("latin1", "93 85", "“…")]
    [InlineData("us-ascii", "97 E9", "—é")]
    [InlineData("iso-8859-9", "DD 80", "İ€")]
    [InlineData("iso-8859-10", "A1 FF", "Ąĸ")]
    [InlineData("iso-8859-14", "A1 FF", "Ḃÿ")]
    [InlineData("iso-8859-16", "A4 FF", "€ÿ")]
    [InlineData("iso-8859-7", "A4 AA", "€ͺ")]
    [InlineData("iso-8859-11", "A1", "ก")]
    [InlineData("koi8-ru", "C6 A4", "фє")]
    [InlineData("866", "E4", "ф")]
    [InlineData("x-mac-cyrillic", "FF", "€")]
    [InlineData("windows-1253", "AA", "\uFFFD")]
    [InlineData("gb2312", "C4E3 8130 8130", "你\u0080")]
    [InlineData("ks_c_5601-1987", "B0A1 8141", "가갂")]
    [InlineData("x-sjis", "82A0 B1", "あｱ")]
    [InlineData("x-euc-jp", "A4A2", "あ")]
    [InlineData("big5-hkscs", "A741", "你")]
    [InlineData("unicode11utf8", "C3A9", "é")]
    [InlineData("unicodefffe", "0041", "A")]
    [InlineData("ucs-2", "4100", "A")]
    [InlineData("x-user-defined", "80", "€")]
    [InlineData("hz-gb-2312", "41 42", "\uFFFD")]
    [InlineData("cp1250", "9E", "ž")]
    public void Labels_follow_the_encoding_standard(string label, string bytes, string text) =>
        PageText.Decode(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal)), $"text/html; charset={label}").ShouldBe(text);

    [Theory]
    [InlineData("<meta charset=cp1251>")]
    [InlineData("<META\nhttp-equiv='Content-Type' content='text/html; charset=cp1251'>")]
    [InlineData("<meta content=\"text/html;charset = 'x-cp1251'\" http-equiv=content-type>")]
    [InlineData("<meta/charset=\"windows-1251\"/>")]
    [InlineData("<!-- <meta charset=utf-8> --><meta charset=cp1251>")]
    [InlineData("<script charset=utf-8 src=x></script><meta charset=cp1251>")]
    [InlineData("<link rel=x charset=utf-8><meta name=description content='charset=utf-8'><meta charset=cp1251>")]
    [InlineData("<script>'<meta charset=utf-8>'</script><meta charset=cp1251>")]
    [InlineData("<a title='<meta charset=utf-8>'></a><meta charset=cp1251>")]
    [InlineData("<title><meta charset=utf-8></title><meta charset=cp1251>")]
    [InlineData("<meta charset=nonsense><meta charset=cp1251>")]
    [InlineData("<meta data-charset=utf-8 charset=cp1251 charset=utf-8>")]
    [InlineData("<meta charset=utf-8/ charset=utf-8><meta charset=cp1251>")]
    [InlineData("<?xml version='1.0' encoding='windows-1251'?><html>")]
    [InlineData("<? <meta charset=utf-8 ?><meta charset=cp1251>")]
    [InlineData("<!doctype html></p charset=utf-8><meta charset=cp1251>")]
    public void Meta_element_names_the_encoding(string head) =>
        PageText.Decode(s_cyrillic.GetBytes(head + "Вишнёвый сад"), "text/html").ShouldEndWith("Вишнёвый сад");

    [Theory]
    [InlineData("<script src=c.js charset=windows-1251></script>")]
    [InlineData("<meta charset=utf-16>")]
    [InlineData("<meta charset=UTF-16BE>")]
    [InlineData("<meta content='text/html; charset=cp1251'>")]
    [InlineData("<meta http-equiv=refresh content='0; charset=cp1251'>")]
    [InlineData("<meta name=x content=cp1251><p>charset=cp1251</p>")]
    [InlineData("<!-- <meta charset=cp1251> -->")]
    [InlineData("<metadata charset=cp1251>")]
    [InlineData("<meta charset=nonsense>")]
    [InlineData("<meta charset='cp1251")]
    [InlineData("{\"html\":\"<meta charset=cp1251>\"} ")]
    [InlineData("BEGIN:VCALENDAR\nDESCRIPTION:<meta charset=cp1251> ")]
    [InlineData("")]
    public void Default_is_utf_8(string head) => PageText.Decode(Encoding.UTF8.GetBytes(head + "Вишнёвый сад"), "text/html").ShouldEndWith("Вишнёвый сад");

    [Fact]
    public void Late_meta_element_counts() =>
        PageText.Decode(s_cyrillic.GetBytes($"<style>{new string('x', 20_000)}</style><meta charset=cp1251>Сад"), null).ShouldEndWith("Сад");

    [Theory]
    [InlineData("text/html; charset=nonsense", "cp1251")]
    [InlineData("text/html; xcharset=utf-8", "cp1251")]
    [InlineData("text/html", "cp1251")]
    [InlineData("text/html; charset=utf-16", "cp1251")]
    [InlineData("text/html; Charset=\"CP1251\"", "utf-8")]
    [InlineData("application/json;charset=cp1251", "utf-8")]
    [InlineData("text/calendar; method=PUBLISH; charset = cp1251", "utf-8")]
    public void Content_type_wins_and_unknown_labels_are_ignored(string contentType, string meta) =>
        PageText.Decode(s_cyrillic.GetBytes($"<meta charset={meta}>Сад"), contentType).ShouldEndWith("Сад");

    [Fact]
    public void Byte_order_mark_wins() =>
        PageText.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("<meta charset=cp1251>Сад")], "text/html; charset=koi8-r").ShouldBe("<meta charset=cp1251>Сад");

    [Fact]
    public void Utf_16_without_mark_follows_the_content_type() =>
        PageText.Decode(Encoding.BigEndianUnicode.GetBytes("<p>Сад"), "text/html; charset=utf-16be").ShouldBe("<p>Сад");

    [Fact]
    public void Undecodable_page_is_a_problem_without_garbled_events()
    {
        var page = Page.Read(PageText.Decode(s_cyrillic.GetBytes(Event("Вишнёвый сад") + Event("Jazz")), "text/html; charset=utf-8"));
        page.Problems.ShouldHaveSingleItem().ShouldContain("encoding");
        page.Events.ShouldHaveSingleItem().Title.ShouldBe("Jazz");
    }

    [Fact]
    public void A_text_that_cannot_be_decoded_at_all_is_a_problem() =>
        Page.Read(PageText.Decode("x"u8, "text/html; charset=iso-2022-kr")).Problems.ShouldHaveSingleItem().ShouldContain("encoding");

    [Fact]
    public void Truncated_name_is_a_problem_and_stays_an_event()
    {
        var page = Page.Read(Event("Вишнёвый са\uFFFD"));
        page.Problems.ShouldHaveSingleItem().ShouldContain("names");
        page.Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Replacement_character_in_a_description_is_accepted() =>
        Page.Read(Event("Вишнёвый сад").Replace("</b>", "</b><i itemprop=description>\uFFFD\uFFFD\uFFFD</i>", StringComparison.Ordinal)).OneEvent();

    private static string Event(string name) => $"<div itemscope itemtype=https://schema.org/TheaterEvent><b itemprop=name>{name}</b><meta itemprop=startDate content=2027-01-19></div>";
}
