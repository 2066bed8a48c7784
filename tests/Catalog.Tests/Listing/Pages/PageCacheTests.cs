using Actors.Catalog.Events;
using Actors.Catalog.Listing.Filters;
using Actors.Catalog.Listing.Snapshots;
using Actors.Catalog.Listing.Pages;
using Actors.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Catalog.Tests.Listing.Pages;

/// <summary>The caches of pages and rows: repeated requests of one caller evict nothing of others.</summary>
public sealed class PageCacheTests
{
    private const int Large = 100_000, Often = 1000;

    [Fact]
    public async Task A_page_that_is_added_repeatedly_evicts_no_other()
    {
        var (answers, answer) = (new PageCache(), await AnswerAsync(Large));
        answers.Add(Key("other"), answer);

        for (var i = 0; i < Often; i++) answers.Add(Key("hot"), answer);

        answers.Find(Key("other")).ShouldBeSameAs(answer);
    }

    // The control: as many pages with different keys evict entries.
    [Theory]
    [InlineData(Large, 8)]
    [InlineData(1, Large)]
    public async Task Control_Many_pages_evict_unused_ones(int body, int form)
    {
        var (answers, answer) = (new PageCache(), await AnswerAsync(body));
        answers.Add(Key("other"), answer);

        for (var i = 0; i < 50; i++) answers.Add(Key($"{i}".PadLeft(form)), answer);

        answers.Find(Key("other")).ShouldBeNull();
    }

    [Fact]
    public async Task A_page_that_grows_counts_with_its_new_size()
    {
        var (answers, small, large) = (new PageCache(), await AnswerAsync(1), await AnswerAsync(Large));
        answers.Add(Key("other"), small);
        for (var i = 0; i < 50; i++)
        {
            answers.Add(Key($"{i}"), small);
            answers.Add(Key($"{i}"), large);
        }

        answers.Find(Key("other")).ShouldBeNull();
    }

    [Fact]
    public void A_row_that_is_added_repeatedly_evicts_no_other()
    {
        var (memory, other) = (new PageRowCache(), Row(1));
        memory.Add(other);

        for (var i = 0; i < Often; i++) memory.Add(Row(2));

        memory.Find(1).ShouldBeSameAs(other);
    }

    [Fact]
    public void Control_Many_rows_evict_unused_ones()
    {
        var memory = new PageRowCache();
        memory.Add(Row(1));

        for (var i = 0; i < Often; i++) memory.Add(Row(2 + i));

        memory.Find(1).ShouldBeNull();
    }

    private static PageRow Row(long id) => new(1, id, Guid.Empty, true, new byte[Large]);

    private static ListRequest Request { get; } = new(new EventScope(true), new EventFilter(), null, ListOrder.Number, null, 100, []);

    private static PageKey Key(string form) => PageKey.Of(Request, form);

    private static async Task<CachedPage> AnswerAsync(int bytes)
    {
        var rows = new FakeSnapshotRows();
        rows.Write(new EventState { Id = 1, EventType = "concert", Active = true });
        var (snapshot, _) = await new EventSnapshots(rows, new ManualTimeProvider(), NullLogger<EventSnapshots>.Instance).GetAsync();
        return new CachedPage(await EventPage.OfAsync(snapshot, Request), new PageBody([new byte[bytes]]));
    }
}
