namespace Actors.Catalog.Tests.Extraction;

public sealed class MicrodataTests
{
    [Fact]
    public void Every_element_kind_gives_its_value()
    {
        var found = Page.Read("""
            <base href="https://cdn.example/a/">
            <div itemscope itemtype="https://schema.org/ScreeningEvent">
              <a itemprop="name" href="/film">Ночь  кино</a>
              <time itemprop="startDate" datetime="2026-12-01T19:30+03:00">завтра</time>
              <meta itemprop="endDate" content="2026-12-01T22:00+03:00">
              <link itemprop="url" href="film/1"><img itemprop="image" data-src="p.jpg" src="">
              <div itemprop="location" itemscope itemtype="https://schema.org/MovieTheater"><span itemprop="name">Кино<br>Мир</span>
                <span itemprop="address">Тверская, 1</span></div>
              <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><data itemprop="price" value="350">триста</data></div>
              <p itemprop="description">Один<br>два &amp; три</p>
            </div>
            """).OneEvent();
        (found.Title, found.Start!.Text, found.End!.Text).ShouldBe(("Ночь кино", "2026-12-01T19:30+03:00", "2026-12-01T22:00+03:00"));
        (found.Url, found.Image).ShouldBe(("https://cdn.example/a/film/1", "https://cdn.example/a/p.jpg"));
        (found.Place, found.Address, found.Price.Min, found.Description).ShouldBe(("Кино Мир", "Тверская, 1", 350m, "Один\nдва & три"));
        found.TypeHint.ShouldBe("cinema");
    }

    [Fact]
    public void Item_references_may_form_cycles()
    {
        var found = Page.Read("""
            <div id="a" itemscope itemtype="https://schema.org/Event" itemref="b a"><span itemprop="name">Матч</span></div>
            <div id="b"><meta itemprop="startDate" content="2026-12-05">
              <div id="c" itemprop="location" itemscope itemtype="https://schema.org/Place" itemref="b"><b itemprop="name">Стадион</b></div></div>
            """).OneEvent();
        (found.Title, found.Start!.Text, found.Place).ShouldBe(("Матч", "2026-12-05", "Стадион"));
    }
}
