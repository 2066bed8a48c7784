namespace Actors.Catalog.Tests.Extraction;

public sealed class MicroformatTests
{
    [Fact]
    public void Time_parts_and_nested_cards_are_separated()
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
    public void New_class_names_are_read()
    {
        var found = Page.Read("""
            <article class="h-event"><h1 class="p-name">Лекция</h1><time class="dt-start" datetime="2026-12-01 18:00+0300">x</time>
              <div class="p-location h-card"><b class="p-name">Дом</b><span class="p-adr h-adr"><i class="p-street-address">Мира, 1</i><i class="p-locality">Омск</i></span></div>
              <div class="vevent"><b class="summary">Другое</b></div></article>
            """).Events;
        (found[0].Title, found[0].Start!.Text, found[0].Place, found[0].Address, found[0].City).ShouldBe(("Лекция", "2026-12-01T18:00+03:00", "Дом", "Мира, 1, Омск", "Омск"));
        found[1].Title.ShouldBe("Другое");
    }

    [Theory]
    [InlineData("<b class=value>2027-01-13</b>, from <b class=value>19:00</b> (UTC<b class=value>+01:00</b>)", "2027-01-13T19:00+01:00")]
    [InlineData("<b class=value>19:00</b> <b class=value>2027-01-13</b>", "2027-01-13T19:00")]
    [InlineData("<b class=value>+0100</b><b class=value>19:00:30</b><b class=value>2027-01-13</b>", "2027-01-13T19:00:30+01:00")]
    [InlineData("<b class=value>2027-01-13</b><b class=value>7pm</b>", "2027-01-13T19:00")]
    [InlineData("<b class=value>2027-01-13</b><b class=value>7:30 p.m.</b>", "2027-01-13T19:30")]
    [InlineData("<b class=value>2027-01-13</b><b class=value>12:15AM</b>", "2027-01-13T00:15")]
    [InlineData("<b class=value>2027-01-13</b><b class=value>12pm</b><b class=value>Z</b>", "2027-01-13T12:00Z")]
    [InlineData("<b class=value>2027-013</b><b class=value>19:00-05</b>", "2027-01-13T19:00-05:00")]
    [InlineData("<b class=value>2027-01-13</b><b class=value>19:00</b><b class=value>UTC+3</b>", "2027-01-13T19:00+03:00")]
    [InlineData("<abbr class=value title=2027-01-13>Wed</abbr> <abbr class=value title=19:00>7</abbr>", "2027-01-13T19:00")]
    [InlineData("<time class=value datetime=2027-01-13>Wed</time> <del class=value datetime=19:00>7</del>", "2027-01-13T19:00")]
    [InlineData("<data class=value value=2027-01-13>Wed</data> <img class=value alt=19:00>", "2027-01-13T19:00")]
    [InlineData("<map><area class=value alt=2027-01-13></map><ins class=value>19:00</ins>", "2027-01-13T19:00")]
    [InlineData("<b class=value-title title=2027-01-13T19:00+01:00> </b>Wed, 7 pm", "2027-01-13T19:00+01:00")]
    [InlineData("<i><b class=value-title title=2027-01-13></b></i><i><b class=value>19:00</b></i>", "2027-01-13T19:00")]
    [InlineData("<b class=value>2027-01-13T19:00+01:00</b><b class=value>21:00</b>", "2027-01-13T19:00+01:00")]
    [InlineData("<b class=value>2027-01-13</b><b class=value>2027-01-14</b><b class=value>19:00</b><b class=value>20:00</b>", "2027-01-13T19:00")]
    [InlineData("<b class=value>2027-01-13</b><span class='p-name h-card'><b class=value>20:00</b></span>", "2027-01-13")]
    [InlineData("<b class=value>Wednesday</b><b class=value>2027-01-13</b>", "2027-01-13")]
    [InlineData("2027-01-13 7pm", "2027-01-13T19:00")]
    [InlineData("2027-013", "2027-01-13")]
    [InlineData("<b class=value>13pm</b>2027", null)]
    [InlineData("<b class=value>19:00</b>", null)]
    public void A_time_may_be_written_in_parts(string parts, string? time)
    {
        foreach (var (root, name, start) in new[] { ("h-event", "p-name", "dt-start"), ("vevent", "summary", "dtstart") })
            (Page.Read($"<div class={root}><b class={name}>x</b><p class={start}>{parts}</p></div>").OneEvent().Start?.Text).ShouldBe(time);
    }

    [Theory]
    [InlineData("<b class=value>2027-01-13</b><b class=value>19:00</b><b class=value>+01:00</b>", "<b class=value>21:00</b>", "2027-01-13T19:00+01:00", "2027-01-13T21:00+01:00")]
    [InlineData("2027-01-13T19:00+01:00", "21:00", "2027-01-13T19:00+01:00", "2027-01-13T21:00+01:00")]
    [InlineData("2027-01-13T19:00", "9:30pm", "2027-01-13T19:00", "2027-01-13T21:30")]
    [InlineData("2027-01-13T19:00", "2027-01-13T21:00+01:00", "2027-01-13T19:00+01:00", "2027-01-13T21:00+01:00")]
    [InlineData("2027-01-13T19:00Z", "2027-01-14T01:00", "2027-01-13T19:00Z", "2027-01-14T01:00Z")]
    [InlineData("2027-01-13T19:00+03:00", "21:00+05:00", "2027-01-13T19:00+03:00", "2027-01-13T21:00+05:00")]
    [InlineData("<b class=value>19:00</b>", "2027-01-13T21:00+01:00", "2027-01-13T19:00+01:00", "2027-01-13T21:00+01:00")]
    [InlineData("2027-01-13T22:00-05:00", "1:00", "2027-01-13T22:00-05:00", "2027-01-14T01:00-05:00")]
    [InlineData("2027-01-13T22:00", "2027-01-12T23:00", "2027-01-13T22:00", "2027-01-12T23:00")]
    [InlineData("2027-01-13", "2027-01-15", "2027-01-13", "2027-01-15")]
    [InlineData("2027-01-13", "2027-01-13T21:00+01:00", "2027-01-13", "2027-01-13T21:00+01:00")]
    [InlineData("2027-01-13T19:00", "later", "2027-01-13T19:00", null)]
    public void Start_and_end_complete_each_other(string start, string end, string? begins, string? ends)
    {
        var found = Page.Read($"<div class=h-event><b class=p-name>x</b><p class=dt-start>{start}</p><p class=dt-end>{end}</p></div>").OneEvent();
        (found.Start?.Text, found.End?.Text).ShouldBe((begins, ends));
    }

    [Fact]
    public void A_duration_gives_the_end() =>
        Page.Read("<div class=h-event><b class=p-name>x</b><time class=dt-start>2027-01-13T19:00+01:00</time><data class=dt-duration value=PT2H30M>long</data></div>")
            .OneEvent().End!.Text.ShouldBe("2027-01-13T21:30:00+01:00");

    [Fact]
    public void Names_and_addresses_may_be_written_in_parts()
    {
        var found = Page.Read("""
            <div class="h-event"><p class="p-name">Сегодня: <b class="value">Вечер</b> и <b class="value"> джаза</b></p><time class="dt-start">2027-01-13</time>
              <p class="p-location"><span class="value-title" title="Клуб"></span>тут</p><p class="u-url">см. <b class="value">https://site.example/e/1</b></p></div>
            """).OneEvent();
        (found.Title, found.Place, found.Url).ShouldBe(("Вечер джаза", "Клуб", "https://site.example/e/1"));
    }
}
