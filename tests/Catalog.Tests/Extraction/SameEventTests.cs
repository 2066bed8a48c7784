namespace Actors.Catalog.Tests.Extraction;

/// <summary>One event in JSON-LD, complete or broken, and in microdata of the same page.</summary>
public sealed class SameEventTests
{
    private const string Microdata = """
        <div itemscope itemtype="https://schema.org/MusicEvent"><h1 itemprop="name">Rock'n'Roll «Вечер»</h1><link itemprop="url" href="/e/1/">
        <time itemprop="startDate" datetime="2026-12-02T01:30+03:00">ночью</time><div itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">Клуб</b></div></div>
        """;

    [Theory]
    [InlineData("""{"@type":"MusicEvent","name":"Rock'n'Roll «Вечер»","startDate":"2 декабря, в полвторого"}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Rock'n'Roll «Вечер»"}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Rock'n'Roll %«Вечер»","startDate":"2026-12-02T01:30+03:00",}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Rock\x27n\x27Roll «Вечер»","startDate":"2026-12-02T01:30+03:00"}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Rock\'n\'Roll &quot;Вечер&quot;","startDate":"2026-12-02"}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Rock'n'Roll «Вечер»","startDate":"2026-12-01T22:30:00Z"}""")]
    [InlineData("""{"@type":"MusicEvent","name":"ROCK'N'ROLL Вечер","startDate":"2026-12-02T01:30","url":"http://site.example/e/1"}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Rock'n'Roll «Вечер»","startDate":"2026-12-02T01:30+03:00","offers":{"url":"https://tickets.example/9"}}""")]
    [InlineData("""{"@type":"MusicEvent","name":"","startDate":"2026-12-02T01:30+03:00"}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Rock'n'Roll «Вечер»","startDate":"2026-12-02T01:30+03:00" """)]
    [InlineData("""{"@type":"MusicEvent","name":"Rock'n'Roll "Вечер"","startDate":"2026-12-02T01:30+03:00"}""")]
    public void Duplicates_are_merged(string json)
    {
        var page = Page.Read($"<script type=\"application/ld+json\">{json.Replace('%', '\n')}</script>{Microdata}");
        var found = page.Events.ShouldHaveSingleItem();
        (found.Place, found.Start!.InstantIn(Page.Moscow).UtcDateTime.Date, found.Occurrences.Length).ShouldBe(("Клуб", new DateTime(2026, 12, 1), 1));
        found.Title.ShouldNotBeNull().ShouldContain("Вечер", Case.Insensitive);
    }

    [Theory]
    [InlineData("""{"@type":"MusicEvent","name":"Джаз","startDate":"2026-12-02T01:30+03:00"}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Rock'n'Roll «Вечер»","startDate":"2026-12-03T01:30+03:00"}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Rock'n'Roll «Вечер»","startDate":"2026-12-02T19:30+03:00","url":"/e/2"}""")]
    [InlineData("""{"@type":"MusicEvent","name":"Rock'n'Roll «Вечер»","startDate":"2026-12-02T01:30+03:00","url":"/e/2","location":"Другой клуб"}""")]
    [InlineData("""[{"@type":"MusicEvent","name":"Rock'n'Roll «Вечер»"},{"@type":"MusicEvent","name":"Rock'n'Roll «Вечер»","startDate":"2026-12-09"}]""")]
    public void Different_events_stay_separate(string json) =>
        Page.Read($"<script type=\"application/ld+json\">{json}</script>{Microdata}").Events.Length.ShouldBe(json[0] == '[' ? 3 : 2);
}
