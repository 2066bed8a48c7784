using Actors.Catalog.Duplicates.Matching;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Duplicates.Matching;

public sealed class DecisionTests(ITestOutputHelper output)
{
    private readonly TwinCard _a = Cards.Of("А", "a.example", "2031-05-01T19:00:00");
    private readonly TwinCard _b = Cards.Of("Б", "b.example", "2031-05-01T19:00:00");
    private readonly TwinCard _c = Cards.Of("В", "c.example", "2031-05-01T19:00:00");

    [Fact]
    public void The_same_as_the_same_is_the_same()
    {
        var graph = new TwinGraph([Cards.Decision(_a, _b, true), Cards.Decision(_c, _b, true)]);

        graph.SetOf(_a.Uuid).Order().ShouldBe(new[] { _a.Uuid, _b.Uuid, _c.Uuid }.Order());
        graph.MarkOf(_c.Uuid)!.Set.ShouldBe(graph.MarkOf(_a.Uuid)!.Set);
        graph.IsDecided(_a.Uuid, _c.Uuid).ShouldBeTrue();
    }

    [Fact]
    public void What_is_different_from_one_is_different_from_all_of_its_set()
    {
        var graph = new TwinGraph([Cards.Decision(_a, _b, true), Cards.Decision(_b, _c, false)]);

        graph.IsDecided(_a.Uuid, _c.Uuid).ShouldBeTrue();
        Same(_a, _c, graph).ShouldNotBeNull().ShouldContain("undo that first");
        Cards.Candidates([_a, _b, _c], 10, Cards.Decision(_a, _b, true), Cards.Decision(_b, _c, false)).Pairs.ShouldBeEmpty();
    }

    [Fact]
    public void The_last_wish_of_what_to_show_holds()
    {
        var graph = new TwinGraph([Cards.Decision(_a, _b, true, _b, 1), Cards.Decision(_b, _c, true, _c, 2)]);

        graph.MarkOf(_c.Uuid)!.Shown.ShouldBeTrue();
        graph.MarkOf(_b.Uuid)!.Shown.ShouldBeFalse();
        graph.MarkOf(_c.Uuid)!.RankOf(_c.Id).ShouldBeLessThan(graph.MarkOf(_a.Uuid)!.RankOf(_a.Id));
    }

    [Fact]
    public void Decisions_that_contradict_others_are_refused()
    {
        var same = new TwinGraph([Cards.Decision(_a, _b, true), Cards.Decision(_b, _c, true)]);

        TwinRefusals.OfDifferent(_a.Uuid, _c.Uuid, same).ShouldNotBeNull().ShouldContain("undo those first");
        TwinRefusals.OfDifferent(_a.Uuid, _a.Uuid, same).ShouldNotBeNull();
        Same(_a, _a, same).ShouldNotBeNull();
        Same(_a, _c, same).ShouldBeNull();
    }

    [Fact]
    public void Early_and_late_are_not_the_same_by_way_of_a_third_either()
    {
        var early = Cards.Of("Шоу", "a.example", "2031-05-01T15:00:00");
        var late = Cards.Of("Шоу", "a.example", "2031-05-01T20:00:00");
        var day = Cards.Of("Шоу", "b.example", "2031-05-01");

        Same(early, late, new TwinGraph([])).ShouldNotBeNull().ShouldContain("different shows");
        var joined = Cards.Decision(early, day, true);
        Same(day, late, new TwinGraph([joined]), early).ShouldNotBeNull().ShouldContain("different shows");
        Cards.Candidates([early, late, day], 10, joined).Pairs.ShouldBeEmpty("the operator is not asked what is refused");
        Cards.Candidates([early, late, day]).Pairs.Count.ShouldBe(2);
    }

    [Fact]
    public void Events_without_a_common_day_are_not_the_same() =>
        Same(_a, Cards.Of("А", "b.example", "2031-05-02T19:00:00"), new TwinGraph([])).ShouldNotBeNull().ShouldContain("no day in common");

    [Fact]
    public void A_set_has_an_end()
    {
        var cards = Enumerable.Range(0, TwinRefusals.MostMembers + 1).Select(i => Cards.Of("А", $"{i}.example", "2031-05-01")).ToList();
        var graph = new TwinGraph(cards.Zip(cards.Skip(1).SkipLast(1)).Select(pair => Cards.Decision(pair.First, pair.Second, true)));

        TwinRefusals.OfSame(cards[0].Uuid, cards[^1].Uuid, graph, cards.ToDictionary(c => c.Uuid)).ShouldNotBeNull().ShouldContain("More than");
    }

    // Against a plain closure: whatever was accepted never makes two events the same that were called different, or that are two shows of a day.
    [Fact]
    public void Whatever_is_accepted_in_any_order_contradicts_nothing() => Contradictions(guarded: true).ShouldBe(0);

    [Fact]
    public void Without_refusals_contradictions_are_found() => Contradictions(guarded: false).ShouldBeGreaterThan(0);

    private int Contradictions(bool guarded)
    {
        var (random, found) = (SeededRandom.Create(output), 0);
        for (var round = 0; round < 200; round++)
        {
            var cards = Enumerable.Range(0, 8).Select(i => Cards.Of("А", $"{i}.example", i % 3 == 0 ? "2031-05-01" : $"2031-05-01T{12 + i % 3}:00:00")).ToList();
            var byUuid = cards.ToDictionary(c => c.Uuid);
            var taken = new List<TwinDecision>();
            for (var step = 0; step < 30; step++)
            {
                var (one, other, same) = (cards[random.Next(8)], cards[random.Next(8)], random.Next(3) > 0);
                var graph = new TwinGraph(taken);
                var refusal = same ? TwinRefusals.OfSame(one.Uuid, other.Uuid, graph, byUuid) : TwinRefusals.OfDifferent(one.Uuid, other.Uuid, graph);
                if (refusal is null || !guarded) taken.Add(Cards.Decision(one, other, same));
            }

            found += Contradictions(taken, byUuid).Count();
        }

        return found;
    }

    private static IEnumerable<string> Contradictions(List<TwinDecision> taken, Dictionary<Guid, TwinCard> cards)
    {
        var sets = cards.Keys.ToDictionary(uuid => uuid, uuid => uuid);
        foreach (var same in taken.Where(d => d.Same))
        {
            var (from, to) = (sets[same.First], sets[same.Second]);
            foreach (var uuid in cards.Keys.Where(uuid => sets[uuid] == from)) sets[uuid] = to;
        }

        foreach (var d in taken.Where(d => !d.Same && sets[d.First] == sets[d.Second])) yield return $"{d.First} {d.Second} different";
        foreach (var one in cards.Values)
        {
            foreach (var other in cards.Values.Where(o => sets[o.Uuid] == sets[one.Uuid] && one.To(o) == TwinRelation.Clash))
                yield return $"{one.Uuid} {other.Uuid} clash";
        }
    }

    private static string? Same(TwinCard one, TwinCard other, TwinGraph graph, params TwinCard[] more) =>
        TwinRefusals.OfSame(one.Uuid, other.Uuid, graph, new[] { one, other }.Concat(more).Concat(All(one, graph)).DistinctBy(c => c.Uuid).ToDictionary(c => c.Uuid));

    // Members of the set that the test did not name are like its first event.
    private static IEnumerable<TwinCard> All(TwinCard one, TwinGraph graph) => graph.SetOf(one.Uuid).Select(uuid => one with { Uuid = uuid });
}
