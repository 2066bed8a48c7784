namespace Actors.Catalog.Tests.Extraction;

public sealed class MicroformatTests
{
    [Fact]
    public void Parts_of_a_time_and_cards_within_are_told_apart()
    {
        var found = Page.Read("""
            <div class="vevent"><a class="url summary" href="/e/1">Концерт</a>
              <span class="dtstart"><abbr class="value" title="2026-12-01">сегодня</abbr> в <span class="value">19:30</span></span>
              <span class="organizer vcard"><a class="url fn" href="/org">Кто-то</a></span>
              <span class="location">Клуб, Мира 1</span><img class="photo" src="/p.jpg"><span class="status">CANCELLED</span></div>
            """).OneEvent();
        (found.Title, found.Url, found.Start!.Text).ShouldBe(("Концерт", "https://site.example/e/1", "2026-12-01T19:30"));
        (found.Place, found.Image, found.Cancelled).ShouldBe(("Клуб, Мира 1", "https://site.example/p.jpg", true));
    }

    [Fact]
    public void The_newer_class_names_are_read_too()
    {
        var found = Page.Read("""
            <article class="h-event"><h1 class="p-name">Лекция</h1><time class="dt-start" datetime="2026-12-01 18:00+0300">x</time>
              <div class="p-location h-card"><b class="p-name">Дом</b><span class="p-adr h-adr"><i class="p-street-address">Мира, 1</i><i class="p-locality">Омск</i></span></div>
              <div class="vevent"><b class="summary">Другое</b></div></article>
            """).Events;
        (found[0].Title, found[0].Start!.Text, found[0].Place, found[0].Address, found[0].City).ShouldBe(("Лекция", "2026-12-01T18:00+03:00", "Дом", "Мира, 1, Омск", "Омск"));
        found[1].Title.ShouldBe("Другое");
    }
}
