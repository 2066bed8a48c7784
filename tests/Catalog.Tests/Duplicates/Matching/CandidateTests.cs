using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Duplicates.Matching;

public sealed class CandidateTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("2031-05-01T19:00:00", "2031-05-01T19:00:00", true)]
    [InlineData("2031-05-01T19:00:00", "2031-05-01T19:30:00", true)] // admission and start
    [InlineData("2031-05-01T17:00:00", "2031-05-01T20:00:00", false)] // early and late
    [InlineData("2031-05-01T11:00:00", "2031-05-01T12:00:00", false)]
    [InlineData("2031-05-01", "2031-05-01T20:00:00", true)]
    [InlineData("2031-05-01", "2031-05-01", true)]
    [InlineData("2031-05-01", "2031-05-02T00:00:00", false)]
    [InlineData("2031-05-01T23:50:00", "2031-05-02T00:10:00", false)] // the day changes between them
    [InlineData("2031-05-01T00:00:00", "2031-05-01T23:00:00", false)] // midnight is a time of day
    [InlineData("2031-05-01T00:30:00", "2031-04-30T21:30:00Z", true)] // one moment in two zones
    [InlineData("2031-05-01T02:30:00+05:00", "2031-05-01T00:30:00", true)]
    [InlineData("2031-05-01T19:00:00Z", "2031-05-01T19:00:00", false)] // the same local time in two zones
    [InlineData("9999-12-31T23:59:59", "0001-01-01T00:00:00", false)]
    public void Candidates_share_day_and_hour(string one, string other, bool candidates)
    {
        var (first, second) = (Cards.Of("Щелкунчик", "a.example", one), Cards.Of("Щелкунчик", "b.example", other));

        Cards.Candidates([first, second]).Pairs.Count.ShouldBe(candidates ? 1 : 0);

        Cards.Candidates([second, first]).Pairs.Count.ShouldBe(candidates ? 1 : 0, "in either order");
    }

    [Fact]
    public void Day_without_hour_matches_any_hour_of_that_day()
    {
        var day = EventDate.OfDay("2031-05-01T00:00:00", new DateTime(2031, 5, 1), Cards.Moscow);

        EventSession.Of([day], Cards.Moscow).ShouldBe(EventSession.Of([Cards.Date("2031-05-01")], Cards.Moscow));
        EventSession.Of([day], Cards.Moscow)[0].Minute.ShouldBe(EventSession.AllDay);
    }

    [Fact]
    public void One_common_show_is_enough()
    {
        var one = Cards.Of("Гамлет", "a.example", "2031-05-01T12:00:00", "2031-05-03T19:00:00");
        var other = Cards.Of("Гамлет", "b.example", "2031-05-01T19:00:00", "2031-05-02T19:00:00", "2031-05-03T19:00:00");

        Cards.Candidates([one, other]).Pairs.ShouldHaveSingleItem().First.SharedWith(other)!.Value.Minute.ShouldBe(19 * 60);
    }

    [Theory]
    [InlineData("Ранний концерт", "Поздний концерт")]
    [InlineData("Stand-up, early show", "Stand-up. Late show")]
    [InlineData("Стендап, сеанс 1", "Стендап, 2 сеанс")]
    [InlineData("Стендап, первый сет", "Стендап, второй сет")]
    [InlineData("Квартет I", "Квартет Ⅱ")]
    public void Titles_of_different_shows_are_never_candidates(string one, string other)
    {
        Cards.Candidates([Cards.Of(one, "a.example", "2031-05-01"), Cards.Of(other, "b.example", "2031-05-01")]).Pairs.ShouldBeEmpty();
        Cards.Candidates([Cards.Of(one, "a.example", "2031-05-01"), Cards.Of(one, "b.example", "2031-05-01")]).Pairs.Count.ShouldBe(1);
    }

    [Fact]
    public void Candidates_have_different_or_unknown_sources()
    {
        Cards.Candidates([Cards.Of("А", "a.example", "2031-05-01"), Cards.Of("А", "a.example", "2031-05-01")]).Pairs.ShouldBeEmpty();
        Cards.Candidates([Cards.Of("А", "", "2031-05-01"), Cards.Of("А", "", "2031-05-01")]).Pairs.Count.ShouldBe(1);
        EventSource.Of("https://WWW.Афиша.рф/e/1").ShouldBe(EventSource.Of("http://афиша.рф/другое"));
        EventSource.Of("https://афиша.рф").ShouldNotBe(EventSource.Of("https://msk.афиша.рф"));
        EventSource.Of("not an address").ShouldBe("");
    }

    [Fact]
    public void Similarity_only_orders_candidates()
    {
        var ours = Cards.Of("Щелкунчик", "a.example", "2031-05-01T19:00:00");
        var like = Cards.Of("Shchelkunchik", "b.example", "2031-05-01T19:00:00");
        var unlike = Cards.Of("Выставка кошек", "c.example", "2031-05-01T19:00:00");

        var pairs = Cards.Candidates([unlike, ours, like]).Pairs;

        pairs.Count.ShouldBe(3);
        (pairs[0].First, pairs[0].Second).ShouldBe((ours, like));
        pairs.Select(p => p.Similarity).ShouldBe(pairs.Select(p => p.Similarity).OrderDescending());
        Cards.Candidates([unlike, ours, like], limit: 1).Pairs.ShouldHaveSingleItem().Similarity.ShouldBe(pairs[0].Similarity);
    }

    [Fact]
    public void Crowded_venue_is_compared_in_bounded_time()
    {
        var random = SeededRandom.Create(output);
        var cards = Enumerable.Range(0, 20_000)
            .Select(i => Cards.Of($"Концерт {Word(random)} {Word(random)}", $"{random.Next(3)}.example", "2031-05-01")).ToList();
        var (one, other) = (Cards.Of("Концерт Рахманинов Прокофьев", "a.example", "2031-05-01"), Cards.Of("Концерт Рахманинов Прокофьев", "b.example", "2031-05-01"));
        cards.Insert(7, one);
        cards.Add(other);
        var cost = new ThreadTime();

        var (pairs, partial) = Cards.Candidates(cards, limit: 20);

        output.WriteLine($"{cards.Count} events: {cost.Elapsed.TotalMilliseconds:0} ms");
        cost.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        partial.ShouldBeTrue();
        pairs.ShouldContain(pair => pair.First == one && pair.Second == other);
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 6).Select(_ => (char)('а' + random.Next(32))));
}
