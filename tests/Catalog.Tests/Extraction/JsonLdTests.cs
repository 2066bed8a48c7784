using Actors.Catalog.Extraction;

namespace Actors.Catalog.Tests.Extraction;

public sealed class JsonLdTests
{
    private const string Concert = """{"@type":"MusicEvent","name":"Ночной джаз","startDate":"2026-12-01T19:30","location":{"@type":"Place","name":"Клуб"}}""";

    [Theory]
    [InlineData("""{"@type":"MusicEvent","name":"Ночной джаз","startDate":"2026-12-01T19:30",}""")]
    [InlineData("""{"@type":"MusicEvent",/* when? */"name":"Ночной джаз", // here\n"startDate":"2026-12-01T19:30"}""")]
    [InlineData("""//<![CDATA[%{"@type":"MusicEvent","name":"Ночной джаз","startDate":"2026-12-01T19:30"}%//]]>""")]
    [InlineData("""<!--%{"@type":"MusicEvent","name":"Ночной джаз","startDate":"2026-12-01T19:30"}%-->""")]
    [InlineData("""{&quot;@type&quot;:&quot;MusicEvent&quot;,&quot;name&quot;:&quot;Ночной джаз&quot;,&quot;startDate&quot;:&quot;2026-12-01T19:30&quot;}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Ночной джаз","description":"one%two	three","startDate":"2026-12-01T19:30"}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Ночной джаз","description":"it\'s \x on","startDate":"2026-12-01T19:30"};""")]
    [InlineData("""{"@type":"Organization","name":"Клуб"}%{"@type":"MusicEvent","name":"Ночной джаз","startDate":"2026-12-01T19:30"}""")]
    [InlineData("""{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["Thing","schema:MusicEvent"],"name":"Ночной джаз","startDate":"2026-12-01T19:30"}]}""")]
    [InlineData("""[[{"@type":"http://schema.org/MusicEvent","schema:name":{"@value":"Ночной джаз","@language":"ru"},"startDate":["2026-12-01T19:30"]}]]""")]
    [InlineData("""{"@type":"MusicGroup","name":"Трио","event":[{"@type":"MusicEvent","name":"Ночной джаз","startDate":"2026-12-01T19:30"}]}""")]
    public void Broken_json_is_repaired(string json)
    {
        var found = Page.JsonLd(json.Replace('%', '\n').Replace("\\n\"", "\n\"", StringComparison.Ordinal)).OneEvent();
        found.Title.ShouldBe("Ночной джаз");
        found.Start!.Text.ShouldBe("2026-12-01T19:30");
        found.TypeHint.ShouldBe("concert");
    }

    [Fact]
    public void Unrepairable_block_is_reported()
    {
        var page = Page.Read($"<script type='application/ld+json'>{{\"@type\": Event oops</script><script type=\"application/ld+json; charset=utf-8\">{Concert}</script>");
        page.Events.ShouldHaveSingleItem().Place.ShouldBe("Клуб");
        page.Problems.ShouldHaveSingleItem().ShouldStartWith("json-ld:");
    }

    [Fact]
    public void References_are_resolved_even_in_cycles()
    {
        var found = Page.JsonLd("""
            {"@graph":[
              {"@id":"#e","@type":"Event","name":"Выставка","startDate":"2026-12-01","location":{"@id":"#p"}},
              {"@id":"#p","@type":"Place","name":"Манеж","address":{"@id":"#a"},"event":{"@id":"#e"}},
              {"@id":"#a","@type":"PostalAddress","addressCountry":{"@type":"Country","name":"RU"},"addressLocality":"Москва","streetAddress":"Манежная пл., 1"}]}
            """).OneEvent();
        (found.Place, found.Address, found.City, found.AllDay).ShouldBe(("Манеж", "RU, Москва, Манежная пл., 1", "Москва", true));
    }

    [Theory]
    [InlineData("""{"price":"1500","priceCurrency":"rub"}""", 1500.0, null, "RUB")]
    [InlineData("""{"@type":"AggregateOffer","lowPrice":"$35","highPrice":"80.50"}""", 35.0, 80.5, "USD")]
    [InlineData("""[{"price":900},{"price":"700"},{"price":1200}]""", 700.0, 1200.0, null)]
    [InlineData("\"от 400.00 рублей\"", 400.0, null, "RUB")]
    [InlineData("""["https://tickets.example/20","0"]""", 0.0, null, null)]
    [InlineData("""{"priceSpecification":{"minPrice":100,"maxPrice":300,"priceCurrency":"EUR"}}""", 100.0, 300.0, "EUR")]
    [InlineData("""{"price":"25.000000","priceCurrency":"EUR"}""", 25.0, null, "EUR")]
    [InlineData("""{"@type":"AggregateOffer","lowPrice":"10.000","highPrice":"1e2","priceCurrency":"KWD"}""", 10.0, 100.0, "KWD")]
    [InlineData("""{"price":2.5e1}""", 25.0, null, null)]
    [InlineData("""{"price":["1,234.50","99.000000"]}""", 99.0, 1234.5, null)]
    [InlineData("""{"price":-5,"priceCurrency":"EUR"}""", null, null, "EUR")]
    [InlineData("""{"price":"NaN"}""", null, null, null)]
    [InlineData("""{"price":1e400}""", null, null, null)]
    [InlineData("""{"url":"https://tickets.example/1"}""", null, null, null)]
    [InlineData("""{"price":"по запросу","priceCurrency":"RUB"}""", null, null, "RUB")]
    public void Offers_are_read_in_every_form(string offers, double? min, double? max, string? currency)
    {
        var price = Page.JsonLd($$"""{"@type":"Event","name":"x","startDate":"2026-12-01","offers":{{offers}}}""").OneEvent().Price;
        price.ShouldBe(new PriceRange((decimal?)min, (decimal?)max, currency));
    }

    [Theory]
    [InlineData("\"Дом культуры\"", "Дом культуры", "Дом культуры")]
    [InlineData("""{"@type":"PostalAddress","streetAddress":"Невский, 1","addressLocality":"СПб"}""", null, "Невский, 1, СПб")]
    [InlineData("""[{"@type":"VirtualLocation","url":"https://x.example"},{"@type":"Place","name":"Зал","address":"Улица, 5"}]""", "Зал", "Улица, 5")]
    [InlineData("""{"@type":"Place","name":"","address":{"@type":"PostalAddress","postalCode":"50670","addressLocality":"Köln","addressCountry":"DE"}}""", null, "50670 Köln, DE")]
    [InlineData("null", null, null)]
    public void Locations_are_read_in_every_form(string location, string? place, string? address)
    {
        var found = Page.JsonLd($$"""{"@type":"Event","name":"x","startDate":"2026-12-01","location":{{location}}}""").OneEvent();
        (found.Place, found.Address).ShouldBe((place, address));
    }

    [Fact]
    public void Nameless_sub_events_are_sessions_and_named_ones_are_events()
    {
        var page = Page.JsonLd("""
            {"@type":"Festival","name":"Фестиваль","startDate":"2026-12-01","superEvent":{"@type":"Event","name":"Сезон"},
             "subEvent":[{"@type":"Event","startDate":"2026-12-02T10:00"},{"@type":"MusicEvent","name":"Открытие","startDate":"2026-12-01T18:00"}]}
            """);
        page.Events.Select(e => e.Title).ShouldBe(["Фестиваль", "Открытие"]);
        page.Events[0].Occurrences.Select(o => o.Start.Text).ShouldBe(["2026-12-01", "2026-12-02T10:00"]);
    }

    [Fact]
    public void Duplicate_markup_is_merged()
    {
        var found = Page.Read($"""
            <script type="application/ld+json">{Concert}</script>
            <div itemscope itemtype="https://schema.org/MusicEvent"><h1 itemprop="name">Ночной джаз</h1>
            <time itemprop="startDate" datetime="2026-12-01T19:30">1 декабря</time><img itemprop="image" src="/p.png"></div>
            """).OneEvent();
        (found.Place, found.Image).ShouldBe(("Клуб", "https://site.example/p.png"));
    }

    [Theory]
    [InlineData("""{"@id":"https://hall.example/shows/23"}""")]
    [InlineData("""{"@id":"//hall.example/shows/23"}""")]
    [InlineData("""{"@type":"WebPage","@id":"https://hall.example/shows/23"}""")]
    [InlineData("""{"@type":"WebPage","@id":"#page","url":{"@id":"https://hall.example/shows/23"}}""")]
    [InlineData("""{"@value":"https://hall.example/shows/23","@type":"schema:URL"}""")]
    [InlineData("""{"@list":["https://hall.example/shows/23"]}""")]
    [InlineData("""{"@set":[{"@id":"https://hall.example/shows/23"}]}""")]
    [InlineData("""[{"@id":"_:b0"},{"@value":"https://hall.example/shows/23"}]""")]
    public void Addresses_are_read_in_every_form(string address)
    {
        var found = Page.JsonLd($$$"""
            {"@type":"Event","name":"x","startDate":"2026-12-01","url":{{{address}}},"image":{"@type":"ImageObject","contentUrl":{{{address}}}},"offers":{"@type":"Offer","url":{{{address}}}}}
            """).OneEvent();
        (found.Url, found.Image).ShouldBe(("https://hall.example/shows/23", "https://hall.example/shows/23"));
        Page.JsonLd($$$"""{"@type":"Event","name":"x","startDate":"2026-12-01","image":{{{address}}},"offers":[{"@type":"Offer","url":{{{address}}}}]}""").OneEvent()
            .ShouldSatisfyAllConditions(e => e.Url.ShouldBe("https://hall.example/shows/23"), e => e.Image.ShouldBe("https://hall.example/shows/23"));
    }

    [Theory]
    [InlineData("\"Зал\"", "Зал")]
    [InlineData("""{"@value":"Зал"}""", "Зал")]
    [InlineData("""{"@value":"Зал","@language":"ru"}""", "Зал")]
    [InlineData("""{"@value":"Зал","@type":"xsd:string"}""", "Зал")]
    [InlineData("""[{"@value":"Hall","@language":"en"},{"@value":"Зал","@language":"ru-RU"}]""", "Зал")]
    [InlineData("""[{"@value":"Hall","@language":"en"},"Зал"]""", "Зал")]
    [InlineData("""{"@set":[{"@value":"Hall","@language":"en"},{"@value":"Зал","@language":"ru"}]}""", "Зал")]
    [InlineData("""{"@list":["Зал","Hall"]}""", "Зал")]
    [InlineData("""{"en":"Hall","ru":"Зал"}""", "Зал")]
    [InlineData("""{"en-GB":["Hall"],"ru":["Зал","Зала"],"de":null}""", "Зал")]
    [InlineData("""{"en":"Hall","@none":"Зал"}""", "Зал")]
    [InlineData("""{"en":"Hall","de":"Halle"}""", "Hall")]
    public void Texts_are_read_in_every_form_and_language(string text, string expected)
    {
        var page = Page.Read($$$"""
            <html lang="ru"><script type="application/ld+json">{"@type":"Event","name":{{{text}}},"startDate":{"@type":"http://schema.org/DateTime","@value":"2026-12-01T10:00:00+03:00"},"description":{{{text}}},
            "location":{"@type":"Place","name":{{{text}}},"address":{"@type":"PostalAddress","streetAddress":{{{text}}},"addressLocality":{{{text}}}}},"genre":{{{text}}},
            "offers":{"@type":"Offer","price":{"@value":"25.000000","@type":"xsd:decimal"},"priceCurrency":{"@value":"EUR"} } }</script>
            """);
        var found = page.OneEvent();
        (found.Title, found.Description, found.Place, found.Address, found.City, found.Genre).ShouldBe((expected, expected, expected, $"{expected}, {expected}", expected, expected));
        (found.Start!.Text, found.Price).ShouldBe(("2026-12-01T10:00:00+03:00", new PriceRange(25, null, "EUR")));
    }

    [Fact]
    public void Without_a_page_language_the_first_text_wins() =>
        Page.JsonLd("""{"@type":"Event","startDate":"2026-12-01","name":{"en":"Hall","ru":"Зал"}}""").OneEvent().Title.ShouldBe("Hall");

    [Fact]
    public void Enumeration_values_may_be_identifiers()
    {
        var found = Page.JsonLd("""
            {"@type":"Event","name":"x","startDate":"2026-12-01","eventStatus":{"@id":"schema:EventCancelled"},"isAccessibleForFree":{"@id":"http://schema.org/True"},
             "location":{"@list":[{"@type":"Place","name":"Зал","address":{"@type":"PostalAddress","addressCountry":{"@id":"#ru"},"addressLocality":"Омск"}}]}}
            """).OneEvent();
        (found.Cancelled, found.Price.Min, found.Place, found.Address).ShouldBe((true, 0m, "Зал", "Омск"));
    }

    [Fact]
    public void Identifiers_are_compared_as_addresses()
    {
        var found = Page.JsonLd("""
            {"@graph":[{"@type":"Event","name":"x","startDate":"2026-12-01","location":{"@id":"#p"},"image":{"@id":"https://site.example/i#1"}},
             {"@id":"https://site.example/events/list#p","@type":"Place","name":"Зал"},{"@id":"/i#1","@type":"ImageObject","url":"/i.png"}]}
            """).OneEvent();
        (found.Place, found.Image).ShouldBe(("Зал", "https://site.example/i.png"));
    }

    [Fact]
    public void Context_defines_id_and_type()
    {
        Page.JsonLd("""{"@context":"https://schema.org","type":"Event","id":"#e","name":"x","startDate":"2026-12-01","url":{"id":"/e/1"}}""").OneEvent().Url.ShouldBe("https://site.example/e/1");
        Page.JsonLd("""{"type":"Event","id":"#e","name":"x","startDate":"2026-12-01"}""").Events.ShouldBeEmpty();
    }

    [Fact]
    public void Nested_and_included_things_are_read()
    {
        var page = Page.JsonLd("""
            {"@id":"#site","@type":"WebSite","@included":[{"@type":"Event","@nest":{"name":"x","startDate":"2026-12-01"}}]}
            """);
        page.OneEvent().Title.ShouldBe("x");
    }
}
