using Actors.Catalog.Extraction;

namespace Actors.Catalog.Tests.Extraction;

public sealed class KudaGoTests
{
    [Fact]
    public void A_page_of_events_is_read_with_place_price_age_and_next_page()
    {
        var page = Page.KudaGo("""
            {"count":2,"next":"https://kudago.com/public-api/v1.4/events/?page=2","results":[
             {"id":7,"title":"концерт <b>Трио</b>","dates":[{"start":1796148000,"end":1796155200}],"place":{"id":1,"title":"Клуб","address":"ул. Мира, 1"},
              "location":{"slug":"nsk"},"categories":["concert"],"age_restriction":"16+","price":"от 400 рублей","is_free":false,
              "images":[{"image":""},{"image":"https://media.kudago.com/a.jpg"}],"site_url":"https://kudago.com/nsk/event/trio/","description":"<p>Раз</p>"},
             {"id":8,"title":"x","is_free":true,"price":"","age_restriction":0},
             {"title":"без номера"}, 5]}
            """);
        page.NextPage.ShouldBe("https://kudago.com/public-api/v1.4/events/?page=2");
        var (first, second) = (page.Events[0], page.Events[1]);
        page.Events.Length.ShouldBe(2);
        (first.SourceId, first.Title, first.Place, first.Address, first.City).ShouldBe(("7", "концерт Трио", "Клуб", "ул. Мира, 1", "Новосибирск"));
        first.Start!.Text.ShouldBe("2026-12-02T01:00:00+07:00", "the clock of its city, not of the source");
        (first.Price, first.Age, first.Image).ShouldBe((new PriceRange(400, null, "RUB"), "16+", "https://media.kudago.com/a.jpg"));
        (second.Price.Min, second.Start, second.Age).ShouldBe((0m, null, "0"));
    }

    [Theory]
    [InlineData("""{"start":-62135433000,"end":253370754000}""", 0, 0)]
    [InlineData("""{"start":-62135433000,"end":253370754000,"is_startless":true,"is_endless":true,"use_place_schedule":false,"schedules":[]}""", 0, 0)]
    [InlineData("""{"start":-62135433000,"end":253370754000,"is_startless":true,"is_endless":true,"use_place_schedule":true,"schedules":[]}""", 0, 1)]
    [InlineData("""{"start":-62135433000,"end":1796155200,"is_startless":true,"schedules":[]}""", 0, 1)]
    [InlineData("""{"start":1796148000,"end":253370754000,"is_endless":true}""", 1, 0)]
    [InlineData("""{"start":9223372036854775807,"end":"x"}""", 0, 0)]
    [InlineData("""{"start_date":"2026-12-01","start_time":null,"start":1796072400,"end_date":"2026-12-05","end_time":null,"end":1796418000,"schedules":[]}""", 1, 0)]
    [InlineData("""{"start":1796148000,"end":1796155200,"schedules":[{"days_of_week":[9,"x"],"start_time":"27:00"}]}""", 0, 1)]
    public void Invalid_dates_are_ignored(string dates, int sessions, int ranges)
    {
        var found = Page.KudaGo($$"""{"id":1,"title":"x","dates":[{{dates}}]}""").OneEvent();
        (found.Occurrences.Length, found.Ranges.Length).ShouldBe((sessions, ranges));
    }

    [Fact]
    public void Event_without_dates_has_a_reason()
    {
        var found = Page.KudaGo("""
            {"count":1,"results":[{"title":"Экспозиция","images":[{"image":"https://media.kudago.com/a.jpg"}],"dates":[{"start":-62135433000,"end":253370754000,"is_endless":true,"is_startless":true,"schedules":[]}]}]}
            """).OneEvent();
        (found.Title, found.Image, found.Start).ShouldBe(("Экспозиция", "https://media.kudago.com/a.jpg", null));
        found.NoDateReason.ShouldNotBeNull().ShouldContain("no schedule");
    }

    [Theory]
    [InlineData("\"location\":{\"slug\":\"ekb\"}")]
    [InlineData("\"location\":\"ekb\"")]
    [InlineData("\"place\":{\"location\":\"ekb\",\"title\":\"Музей\"}")]
    [InlineData("\"location\":{\"slug\":\"unknown\",\"timezone\":\"Asia/Yekaterinburg\"}")]
    public void Times_are_in_the_citys_zone(string where)
    {
        var found = Page.KudaGo($$"""
            {"id":1,"title":"x",{{where}},"dates":[{"start":1796479200,"end":1796486400},
             {"start":-62135433000,"end":1797706800,"is_startless":true,"schedules":[{"days_of_week":[5,6],"start_time":"18:00:00","end_time":"20:00:00"}]}]}
            """).OneEvent();
        found.Start!.Text.ShouldBe("2026-12-05T19:00:00+05:00");
        found.Zone!.Id.ShouldBe("Asia/Yekaterinburg");
        found.Ranges.ShouldHaveSingleItem().Last.ShouldBe(new DateOnly(2026, 12, 20));
    }

    [Fact]
    public void Invalid_json_is_a_problem() =>
        Page.KudaGo("<html>502</html>").Problems.ShouldHaveSingleItem();
}
