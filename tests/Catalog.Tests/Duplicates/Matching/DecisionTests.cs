using Actors.Catalog.Duplicates.Matching;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Duplicates.Matching;

public sealed class DecisionTests(ITestOutputHelper output)
{
    private readonly EventFingerprint _a = Cards.Of("А", "a.example", "2031-05-01T19:00:00");
    private readonly EventFingerprint _b = Cards.Of("Б", "b.example", "2031-05-01T19:00:00");
    private readonly EventFingerprint _c = Cards.Of("В", "c.example", "2031-05-01T19:00:00");

    [Fact]
    public void Duplicates_are_transitive()
    {
        var graph = new DecisionGraph([Cards.Decision(_a, _b, true), Cards.Decision(_c, _b, true)]);

        graph.SetOf(_a.Uuid).Order().ShouldBe(new[] { _a.Uuid, _b.Uuid, _c.Uuid }.Order());
        graph.MarkOf(_c.Uuid)!.Set.ShouldBe(graph.MarkOf(_a.Uuid)!.Set);
        graph.IsDecided(_a.Uuid, _c.Uuid).ShouldBeTrue();
    }

    [Fact]
    public void Difference_applies_to_the_whole_set()
    {
        var graph = new DecisionGraph([Cards.Decision(_a, _b, true), Cards.Decision(_b, _c, false)]);

        graph.IsDecided(_a.Uuid, _c.Uuid).ShouldBeTrue();
        Same(_a, _c, graph).ShouldNotBeNull().ShouldContain("undo that decision first");
        Cards.Candidates([_a, _b, _c], 10, Cards.Decision(_a, _b, true), Cards.Decision(_b, _c, false)).Pairs.ShouldBeEmpty();
    }

    [Fact]
    public void Latest_decision_chooses_the_shown_event()
    {
        var graph = new DecisionGraph([Cards.Decision(_a, _b, true, _b, 1), Cards.Decision(_b, _c, true, _c, 2)]);

        graph.MarkOf(_c.Uuid)!.Shown.ShouldBeTrue();
        graph.MarkOf(_b.Uuid)!.Shown.ShouldBeFalse();
        graph.MarkOf(_c.Uuid)!.RankOf(_c.Id).ShouldBeLessThan(graph.MarkOf(_a.Uuid)!.RankOf(_a.Id));
    }

    [Fact]
    public void Contradicting_decisions_are_refused()
    {
        var same = new DecisionGraph([Cards.Decision(_a, _b, true), Cards.Decision(_b, _c, true)]);

        DecisionRefusals.OfDifferent(_a.Uuid, _c.Uuid, same).ShouldNotBeNull().ShouldContain("undo those decisions first");
        DecisionRefusals.OfDifferent(_a.Uuid, _a.Uuid, same).ShouldNotBeNull();
        Same(_a, _a, same).ShouldNotBeNull();
        Same(_a, _c, same).ShouldBeNull();
    }

    [Fact]
    public void Early_and_late_shows_cannot_be_linked_by_a_third()
    {
        var early = Cards.Of("Шоу", "a.example", "2031-05-01T15:00:00");
        var late = Cards.Of("Шоу", "a.example", "2031-05-01T20:00:00");
        var day = Cards.Of("Шоу", "b.example", "2031-05-01");

        Same(early, late, new DecisionGraph([])).ShouldNotBeNull().ShouldContain("different shows");
        var joined = Cards.Decision(early, day, true);
        Same(day, late, new DecisionGraph([joined]), early).ShouldNotBeNull().ShouldContain("different shows");
        Cards.Candidates([early, late, day], 10, joined).Pairs.ShouldBeEmpty("the operator is not asked what is refused");
        Cards.Candidates([early, late, day]).Pairs.Count.ShouldBe(2);
    }

    [Fact]
    public void Events_without_a_common_day_are_refused() =>
        Same(_a, Cards.Of("А", "b.example", "2031-05-02T19:00:00"), new DecisionGraph([])).ShouldNotBeNull().ShouldContain("no day in common");

    [Fact]
    public void Set_size_is_limited()
    {
        var cards = Enumerable.Range(0, DecisionRefusals.MaxMembers + 1).Select(i => Cards.Of("А", $"{i}.example", "2031-05-01")).ToList();
        var graph = new DecisionGraph(cards.Zip(cards.Skip(1).SkipLast(1)).Select(pair => Cards.Decision(pair.First, pair.Second, true)));

        DecisionRefusals.OfSame(cards[0].Uuid, cards[^1].Uuid, graph, cards.ToDictionary(c => c.Uuid)).ShouldNotBeNull().ShouldContain("More than");
    }

    // Compares with a simple closure: accepted decisions never merge events that were called different, or two shows of a day.
    [Fact]
    public void Accepted_decisions_never_contradict() => Contradictions(guarded: true).ShouldBe(0);

    [Fact]
    public void Control_without_refusals_contradictions_occur() => Contradictions(guarded: false).ShouldBeGreaterThan(0);

    private int Contradictions(bool guarded)
    {
        var (random, found) = (SeededRandom.Create(output), 0);
        for (var round = 0; round < 200; round++)
        {
            var cards = Enumerable.Range(0, 8).Select(i => Cards.Of("А", $"{i}.example", i % 3 == 0 ? "2031-05-01" : $"2031-05-01T{12 + i % 3}:00:00")).ToList();
            var byUuid = cards.ToDictionary(c => c.Uuid);
            var taken = new List<DuplicateDecision>();
            for (var step = 0; step < 30; step++)
            {
                var (one, other, same) = (cards[random.Next(8)], cards[random.Next(8)], random.Next(3) > 0);
                var graph = new DecisionGraph(taken);
                var refusal = same ? DecisionRefusals.OfSame(one.Uuid, other.Uuid, graph, byUuid) : DecisionRefusals.OfDifferent(one.Uuid, other.Uuid, graph);
                if (refusal is null || !guarded) taken.Add(Cards.Decision(one, other, same));
            }

            found += Contradictions(taken, byUuid).Count();
        }

        return found;
    }

    private static IEnumerable<string> Contradictions(List<DuplicateDecision> taken, Dictionary<Guid, EventFingerprint> cards)
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
            foreach (var other in cards.Values.Where(o => sets[o.Uuid] == sets[one.Uuid] && one.To(o) == MatchRelation.DifferentShows))
                yield return $"{one.Uuid} {other.Uuid} clash";
        }
    }

    private static string? Same(EventFingerprint one, EventFingerprint other, DecisionGraph graph, params EventFingerprint[] more) =>
        DecisionRefusals.OfSame(one.Uuid, other.Uuid, graph, new[] { one, other }.Concat(more).Concat(All(one, graph)).DistinctBy(c => c.Uuid).ToDictionary(c => c.Uuid));

    // The other members of the set equal its first event.
    private static IEnumerable<EventFingerprint> All(EventFingerprint one, DecisionGraph graph) => graph.SetOf(one.Uuid).Select(uuid => one with { Uuid = uuid });
}
