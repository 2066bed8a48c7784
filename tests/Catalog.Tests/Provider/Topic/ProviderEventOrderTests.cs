using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Provider.Topic;

namespace Actors.Catalog.Tests.Provider.Topic;

/// <summary>Which of a page, a record and a deletion wins (K2), and that records are idempotent (K3).</summary>
public sealed class ProviderEventOrderTests
{
    private static readonly DateTimeOffset s_now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid s_id = Guid.Parse("0198f000-0000-7000-8000-000000000001");

    [Fact]
    public void Older_record_and_page_are_ignored()
    {
        var kept = Take(null, At(5, Event("новое", changed: 10)));
        ProviderEventOrder.After(kept, At(6, Event("старое", changed: 9)), s_now).ShouldBe((null, OfferResult.Unchanged));
        ProviderEventOrder.After(kept, Event("старое", changed: 9), s_now).ShouldBe((null, OfferResult.Unchanged));
        // The same instant in another zone is not older.
        var moved = Event("перенос", changed: 10) with { ChangedAt = s_now.AddMinutes(10).ToOffset(TimeSpan.FromHours(3)) };
        ProviderEventOrder.After(kept, At(6, moved), s_now).Result.ShouldBe(OfferResult.Updated);
    }

    [Fact]
    public void Repeated_record_has_no_effect()
    {
        var created = Take(null, At(1, Event("a", changed: 30)));
        var deleted = Take(created, At(2, null));
        var again = Take(deleted, At(3, Event("b", changed: 20)));
        for (var offset = 1; offset <= 3; offset++)
            ProviderEventOrder.After(again, At(offset, offset == 2 ? null : Event("a", changed: 30)), s_now).ShouldBe((null, OfferResult.Unchanged));
        again.Event!.Name.ShouldBe("b");
    }

    [Fact]
    public void Only_a_later_record_restores_a_deleted_event()
    {
        var tombstone = Take(Take(null, At(4, Event("a", changed: 1))), At(5, null));
        tombstone.Event.ShouldBeNull();
        tombstone.Position.ShouldBe(new("t", 0, 5));
        ProviderEventOrder.After(tombstone, Event("страница", changed: 99), s_now).ShouldBe((null, OfferResult.Unchanged));
        ProviderEventOrder.After(tombstone, At(3, Event("a", changed: 99)), s_now).ShouldBe((null, OfferResult.Unchanged));
        ProviderEventOrder.After(tombstone, At(6, Event("a", changed: 0)), s_now).Result.ShouldBe(OfferResult.Created);
    }

    [Fact]
    public void Deletion_of_an_unknown_event_leaves_a_tombstone()
    {
        var (tombstone, result) = ProviderEventOrder.After(null, At(5, null), s_now);
        (result, tombstone!.DeletedAt).ShouldBe((OfferResult.Deleted, s_now));
        ProviderEventOrder.After(tombstone, At(6, null), s_now.AddDays(1)).ShouldBe((null, OfferResult.Unchanged));
        // Offsets of another partition are not comparable.
        ProviderEventOrder.After(tombstone, new TopicChange(new("t", 1, 0), null), s_now).Result.ShouldBe(OfferResult.Deleted);
        ProviderEventOrder.After(tombstone, new TopicChange(new("other", 0, 0), Event("a", changed: 1)), s_now).Result.ShouldBe(OfferResult.Created);
    }

    [Fact]
    public void Tombstones_and_events_expire()
    {
        var tombstone = Take(null, At(5, null));
        tombstone.IsOver(ProviderEvent.OutdatedBefore(s_now.AddDays(30))).ShouldBeFalse();
        tombstone.IsOver(ProviderEvent.OutdatedBefore(s_now.AddDays(30).AddSeconds(1))).ShouldBeTrue();
        var kept = Take(null, At(1, Event("a", changed: 1)));
        kept.IsOver(ProviderEvent.OutdatedBefore(kept.Event!.EventTime.AddDays(7))).ShouldBeFalse();
        kept.IsOver(ProviderEvent.OutdatedBefore(kept.Event.EventTime.AddDays(7).AddSeconds(1))).ShouldBeTrue();
    }

    [Fact]
    public void Page_keeps_the_position_and_outdated_events_are_skipped()
    {
        var kept = Take(null, At(5, Event("a", changed: 1)));
        ProviderEventOrder.After(kept, Event("b", changed: 2), s_now).Next!.Position.ShouldBe(kept.Position);
        var outdated = Event("a", changed: 1) with { EventTime = s_now.AddDays(-8) };
        ProviderEventOrder.After(null, At(1, outdated), s_now).ShouldBe((null, OfferResult.Outdated));
    }

    private static ProviderEventState Take(ProviderEventState? kept, TopicChange change) => ProviderEventOrder.After(kept, change, s_now).Next.ShouldNotBeNull();

    private static TopicChange At(long offset, ProviderEvent? said) => new(new("t", 0, offset), said);

    private static ProviderEvent Event(string name, int changed) =>
        new(s_id, name, s_now.AddDays(30), true, null, s_now.AddMinutes(changed), new(null, ""));
}
