using System.Text;
using Actors.Catalog.Extraction;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Extraction;

public sealed class HostileInputTests(ITestOutputHelper output)
{
    private const string Damage = "<>\"'{}[],:\\\0\ud800а0-+";
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string> Pages => new()
    {
        { "open div elements", Repeat("<div>", 400_000) },
        { "open b elements", Repeat("<b><i>", 200_000) },
        { "closed div elements", Repeat("<div></div>", 300_000) },
        { "drawings", "<svg>" + Repeat("<path/>", 400_000) },
        { "unclosed formatting elements of their own", Numbered("<p><font size={0}>x", 100_000) },
        { "formatting elements that blocks close", Numbered("<div><b id={0}>x</div>", 100_000) },
        { "formatting elements between blocks", Numbered("<b id={0}><div></b>", 100_000) },
        { "paragraphs in open formatting elements", Repeat("<b><p>x", 500_000) },
        { "links within tables", Repeat("<table><a>x", 200_000) },
        { "open cells", Repeat("<table><tr><td>", 200_000) },
        { "open templates", Repeat("<template>", 200_000) },
        { "open drawings", Repeat("<svg><foreignObject>", 100_000) },
        { "wrong end tags", "<div><b><i>" + Repeat("</p></a></x>", 200_000) },
        { "nested items", Repeat("<div itemprop=location itemscope itemtype=http://schema.org/Place>", 50_000) },
        { "flat items", Repeat("<div itemscope itemtype=http://schema.org/Event><b itemprop=name>x</b></div>", 30_000) },
        { "items that refer to all others", Items(2_000) },
        { "flat text", "<div itemscope itemtype=http://schema.org/Event><p itemprop=description>" + Repeat("x<br>", 100_000) + "</p></div>" },
        { "deep json", Script(Repeat("{\"a\":[", 200_000)) },
        { "deep repaired json", Script("\u0001" + Repeat("[", 200_000) + Repeat("]", 200_000)) },
        { "many blocks", Repeat("<script type=application/ld+json>{\"@type\":\"Event\",\"name\":\"x\"}</script>", 20_000) },
        { "wide json", Script("[" + Repeat("{\"@type\":\"Event\",\"name\":\"x\"},", 60_000) + "0]") },
        { "circles of addresses", Script("{\"@graph\":[{\"@id\":\"_:a\",\"@type\":\"Event\",\"name\":\"x\",\"url\":[" + Repeat("{\"@id\":\"_:a\"},", 20_000) + "0],\"image\":[" + Repeat("{\"@id\":\"_:a\"},", 20_000) + "0]}]}") },
        { "circles of offers", Script("{\"@graph\":[{\"@id\":\"_:a\",\"@type\":\"Event\",\"name\":\"x\",\"offers\":[" + Repeat("{\"@id\":\"_:a\"},", 20_000) + "0]}]}") },
        { "endless schedules", Script("{\"@graph\":[{\"@id\":\"_:s\",\"startDate\":\"1900-01-01\",\"repeatFrequency\":\"P1D\",\"startTime\":[" + Repeat("\"10:00\",\"11:00\",", 50)
            + "0],\"exceptDate\":[" + Repeat("\"2026-12-01\",", 5_000) + "0],\"repeatCount\":100000}," + Repeat("{\"@type\":\"Event\",\"name\":\"x\",\"eventSchedule\":[" + Repeat("{\"@id\":\"_:s\"},", 20) + "0]},", 1_000) + "0]}") },
        { "languages", Script("[" + Repeat("{\"@type\":\"Event\",\"name\":{" + Repeat("\"ru\":\"x\",", 50) + "\"en\":\"y\"}},", 3_000) + "0]") },
        { "half a surrogate", Script("{\"@type\":\"Event\",\"name\":\"\\ud800\",\"\\udfff\":1,\"startDate\":\"2026-12-01\"}") },
        { "numbers", Script("{\"@type\":\"Event\",\"name\":1e999,\"offers\":{\"price\":1e400},\"startDate\":99999999999999}") },
        { "unclosed comments", Repeat("<!--", 500_000) },
        { "attributes", "<div " + Repeat("a='", 300_000) + ">" },
        { "a thousand endless rules", "BEGIN:VCALENDAR\n" + Repeat("BEGIN:VEVENT\nDTSTART:19000101T000000\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=100000\nSUMMARY:x\nEND:VEVENT\n", 5_000) },
        { "open calendar components", "BEGIN:VCALENDAR\n" + Repeat("BEGIN:VEVENT\n", 200_000) },
        { "one folded line", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n" + Repeat(" x\n", 500_000) },
        { "addresses that Uri cannot take", OddAddresses("//\u202e", "https://\u202e/x", "//[", "http://\ud800/", "//a\u2066b", "\\\\\u200f") },
        { "nothing", "" },
        { "zeroes", new string('\0', 100_000) },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public void Hostile_pages_cost_little_and_never_throw(string what, string page)
    {
        var cost = new ThreadTime();
        Page.Read(page).Events.Length.ShouldBeLessThanOrEqualTo(ExtractionLimits.Events);
        Page.KudaGo(page).Events.ShouldBeEmpty();
        cost.Elapsed.ShouldBeLessThan(s_enough, what);
    }

    [Fact]
    public void Random_damage_never_throws()
    {
        var random = SeededRandom.Create(output);
        var page = """
            <html><head><meta property="og:image" content="/i.png"><script type="application/ld+json">{"@graph":[{"@type":"Event","name":"x","startDate":"2026-12-01T10:00:00+03:00",
            "offers":[{"price":"от 400.00 рублей"}],"location":{"@type":"Place","address":{"streetAddress":"y"}}}]}</script></head>
            <div itemscope itemtype="http://schema.org/Event"><span itemprop="name">z</span><time itemprop="startDate" datetime="2026-12-01">1</time></div></html>
            """;
        for (var round = 0; round < 2_000; round++)
        {
            var damaged = new StringBuilder(page);
            for (var n = random.Next(1, 8); n > 0; n--)
                damaged[random.Next(damaged.Length)] = Damage[random.Next(Damage.Length)];
            Page.Read(damaged.ToString()).Problems.ShouldNotContain(p => p.Contains("Exception", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Resolved_address_is_limited()
    {
        var page = new Uri(Page.Address);
        WebAddress.Resolve(page, "/" + new string('я', 300))!.Length.ShouldBe("https://site.example/".Length + (300 * 6));
        WebAddress.Resolve(page, "/" + new string('я', 400)).ShouldBeNull();
    }

    private static string OddAddresses(params string[] addresses) => string.Concat(addresses.Select(a => $$"""
        <base href="{{a}}"><meta property="og:image" content="{{a}}"><link rel="next" href="{{a}}"><a href="{{a}}">x</a>
        <script type="application/ld+json">{"@type":"Event","name":"x","startDate":"2026-12-01","url":"{{a}}","image":"{{a}}"}</script>
        """));

    private static string Numbered(string text, int times) =>
        string.Concat(Enumerable.Range(0, times).Select(i => text.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private static string Script(string json) => $"<script type=\"application/ld+json\">{json}</script>";

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static string Items(int count)
    {
        var all = string.Join(' ', Enumerable.Range(0, count).Select(i => $"i{i}"));
        return string.Concat(Enumerable.Range(0, count).Select(i => $"<p id=i{i} itemprop=subEvent itemscope itemtype=http://schema.org/Event itemref='{all}'></p>")) + $"<p itemscope itemtype=http://schema.org/Event itemref='{all}'></p>";
    }
}
