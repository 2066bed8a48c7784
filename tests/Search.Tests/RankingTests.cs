namespace Actors.Search.Tests;

public sealed class RankingTests
{
    [Fact]
    public void Matches_rank_exact_prefix_stem_typo() =>
        Found("выставка", "выстовка", "выставки", "выставкаярмарка", "выставка").ShouldBe(["выставка", "выставкаярмарка", "выставки", "выстовка"]);

    [Fact]
    public void Typed_words_rank_before_interpretations() =>
        Found("rock", "рок", "rock", "рокот", "rockabilly").ShouldBe(["rock", "рок", "rockabilly", "рокот"]);

    [Theory]
    [InlineData("ЁЛКА", "Новогодняя елка")]
    [InlineData("елка", "Ёлка в Кремле")]
    [InlineData("концерты", "Концерт группы X")]
    [InlineData("moskva", "Парад в Москва-Сити")]
    [InlineData("moskve", "Москва слезам не верит")]
    [InlineData("chaykovsky", "Вечер музыки Чайковского")]
    [InlineData("Čajkovskij", "Чайковский. Гала")]
    [InlineData("Žukov", "Памяти Жукова")]
    [InlineData("металлика", "Metallica tribute show")]
    [InlineData("rjywthn", "Концерт")]
    [InlineData(";bdjq pder", "Живой звук")]
    [InlineData("ьуефддшсф", "Metallica")]
    [InlineData("концрет", "Концерт")]
    [InlineData("konzert", "Концерт")]
    [InlineData("канцерты", "Большой концерт")]
    [InlineData("standup", "Stand-up вечер")]
    [InlineData("stand-up", "Вечер standup")]
    [InlineData("стендап", "Стенд-ап шоу")]
    [InlineData("jazz", "Вечер джаза")]
    [InlineData("бел ноч", "Белые ночи")]
    public void The_query_finds_the_title(string query, string title) => Found(query, title, "Совсем другое событие").ShouldContain(title);

    [Theory]
    [InlineData("кот", "код")]
    [InlineData("2026", "2025")]
    [InlineData("концерт цирк", "концерт")]
    [InlineData("!!!", "концерт")]
    [InlineData("", "концерт")]
    public void The_query_does_not_find_the_title(string query, string title) => Found(query, title).ShouldBeEmpty();

    [Fact]
    public void A_match_in_the_title_ranks_before_one_in_the_description()
    {
        var index = SearchIndex.Build(
        [
            new SearchDocument(1, [new SearchField("вечер", 10), new SearchField("джаз", 1)]),
            new SearchDocument(2, [new SearchField("джаз", 10), new SearchField("вечер", 1)]),
        ]);

        index.Find("джаз", 10).Hits.Select(hit => hit.Id).ShouldBe([2, 1]);
    }

    [Fact]
    public void The_shortest_title_ranks_first() =>
        Found("дюна", "Дюна: часть вторая", "Дюна").ShouldBe(["Дюна", "Дюна: часть вторая"]);

    private static IEnumerable<string> Found(string query, params string[] titles)
    {
        var index = SearchIndex.Build(titles.Select((title, id) => new SearchDocument(id, [new SearchField(title, 10)])));
        return index.Find(query, 100).Hits.Select(hit => titles[hit.Id]);
    }
}
