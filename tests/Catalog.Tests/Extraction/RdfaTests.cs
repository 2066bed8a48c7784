namespace Actors.Catalog.Tests.Extraction;

public sealed class RdfaTests
{
    [Fact]
    public void Rdfa_lite_event_is_read()
    {
        var found = Page.Read("""
            <body vocab="https://schema.org/"><meta property="og:image" content="/logo.png">
            <div typeof="TheaterEvent" resource="#e">
              <h1 property="name">Чайка</h1><meta property="og:title" content="не то">
              <time property="startDate" datetime="2026-12-01T19:00+03:00">завтра</time>
              <a property="url" href="/chayka">о спектакле</a><img property="image" src="c.jpg">
              <div property="location" typeof="Place"><a property="name" href="/mxt">МХТ</a>
                <div property="address" typeof="PostalAddress"><span property="streetAddress">Камергерский, 3</span>, <span property="addressLocality">Москва</span></div></div>
              <div property="offers" typeof="Offer"><span property="price" content="900">от 900 р.</span><meta property="priceCurrency" content="RUB"></div>
            </div></body>
            """).OneEvent();
        (found.Title, found.Start!.Text, found.TypeHint).ShouldBe(("Чайка", "2026-12-01T19:00+03:00", "theater"));
        (found.Place, found.Address, found.City).ShouldBe(("МХТ", "Камергерский, 3, Москва", "Москва"));
        (found.Url, found.Image).ShouldBe(("https://site.example/chayka", "https://site.example/events/c.jpg"));
        (found.Price.Min, found.Price.Currency).ShouldBe((900m, "RUB"));
    }

    [Fact]
    public void Old_vocabularies_and_rel_links_are_read()
    {
        var found = Page.Read("""
            <html xmlns:c="http://www.w3.org/2002/12/cal/icaltzd#" xmlns:vcard="http://www.w3.org/2006/vcard/ns#"><body>
            <div about="#e" typeof="c:Vevent"><b property="c:summary">Ignite</b><i property="c:dtstart" content="2026-12-01T19:00">x</i><a rel="c:location" href="#v">там</a></div>
            <div about="#v"><b property="vcard:fn">Театр</b><div rel="vcard:adr"><p typeof="vcard:Address"><b property="vcard:street-address">Мира, 1</b></p></div></div>
            </body></html>
            """).OneEvent();
        (found.Title, found.Start!.Text, found.Place, found.Address).ShouldBe(("Ignite", "2026-12-01T19:00", "Театр", "Мира, 1"));
    }

    [Fact]
    public void Other_vocabularies_are_ignored() =>
        Page.Read("""<div typeof="foaf:Event" property="dc:title"><b property="foaf:name">x</b></div><div typeof="Event"><b property="name">y</b></div>""").Events.ShouldBeEmpty();
}
