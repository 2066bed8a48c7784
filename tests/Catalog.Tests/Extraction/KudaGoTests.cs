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
    [InlineData("""{"start":-62135433000,"end":1796155200,"is_startless":true,"schedules":[]}""", 0, 1)]
    [InlineData("""{"start":1796148000,"end":253370754000,"is_endless":true}""", 1, 0)]
    [InlineData("""{"start":9223372036854775807,"end":"x"}""", 0, 0)]
    [InlineData("""{"start_date":"2026-12-01","start_time":null,"start":1796072400,"end_date":"2026-12-05","end_time":null,"end":1796418000,"schedules":[]}""", 1, 0)]
    [InlineData("""{"start":1796148000,"end":1796155200,"schedules":[{"days_of_week":[9,"x"],"start_time":"27:00"}]}""", 0, 1)]
    public void Sentinels_and_nonsense_in_dates_are_no_dates(string dates, int sessions, int ranges)
    {
        var found = Page.KudaGo($$"""{"id":1,"title":"x","dates":[{{dates}}]}""").OneEvent();
        (found.Occurrences.Length, found.Ranges.Length).ShouldBe((sessions, ranges));
    }

    [Fact]
    public void An_answer_that_is_no_json_is_a_problem_and_not_an_exception() =>
        Page.KudaGo("<html>502</html>").Problems.ShouldHaveSingleItem();
}
