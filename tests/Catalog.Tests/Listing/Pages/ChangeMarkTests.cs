using Actors.Catalog.Events;
using Actors.Catalog.Listing.Filters;
using Actors.Catalog.Listing.Snapshots;
using Actors.Catalog.Listing.Pages;
using Actors.Core.Configuration;
using Actors.TestKit;
using Actors.Web.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Catalog.Tests.Listing.Pages;

/// <summary>The marks of change feeds.</summary>
public sealed class ChangeMarkTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _time = new();
    private readonly FakeSnapshotRows _rows = new();
    private readonly EventSnapshots _snapshots;

    public ChangeMarkTests() => _snapshots = new EventSnapshots(_rows, _time, NullLogger<EventSnapshots>.Instance);

    [Fact]
    public async Task A_mark_returns_later_changes_of_any_timestamp()
    {
        Write(1);
        var through = Through(await PageAsync(since: null));

        Write(2, changed: _time.GetUtcNow().AddYears(-1));
        Write(3, changed: _time.GetUtcNow().AddYears(1));

        (await PageAsync(through)).Ids.ShouldBe([2, 3]);
    }

    [Fact]
    public async Task Changes_come_in_the_order_of_commits()
    {
        foreach (var id in new[] { 3, 1, 2 }) Write(id);

        (await PageAsync(since: null)).Ids.ShouldBe([3, 1, 2]);
    }

    // A change that is committed between two pages may belong on the first one.
    [Fact]
    public async Task The_last_page_returns_the_mark_of_the_first()
    {
        for (var id = 1; id <= 3; id++) Write(id);
        var first = await PageAsync(since: null, limit: 2);
        Through(first).ShouldBeEmpty("there is a next page");
        Write(1);

        var last = await PageAsync(since: null, limit: 2, first);

        last.Ids.ShouldBe([3, 1]);
        (await PageAsync(Through(last))).Ids.ShouldBe([1]);
    }

    [Fact]
    public async Task A_mark_from_before_a_restored_backup_resets_the_feed()
    {
        Write(1);
        Write(2);
        var through = Through(await PageAsync(since: null));
        (await PageAsync(through)).Request.IsReset.ShouldBeFalse();

        _rows.Restore(new EventState { Id = 1, EventType = "concert", Active = true }, new EventState { Id = 5, EventType = "concert", Active = true });
        var anew = await PageAsync(through, limit: 1);
        var next = await PageAsync(through, limit: 1, anew);

        (anew.Ids.Single(), next.Ids.Single(), next.Next).ShouldBe((1, 5, null));
        Headers(anew)["X-Changed-Reset"].ToString().ShouldBe("true");
        (await PageAsync(Through(next))).Ids.ShouldBeEmpty();
    }

    // Snapshots of two members are up to a second apart, and a load balancer sends the pages of one feed to both.
    [Fact]
    public async Task A_member_behind_the_one_that_made_the_mark_neither_resets_nor_loses_a_change()
    {
        Write(1);
        Write(2);
        var behind = (await _snapshots.GetAsync()).Snapshot;
        Write(3);
        _time.Advance(s_second);
        var ahead = (await _snapshots.GetAsync()).Snapshot;

        var whole = await PageAsync(ahead, since: null);
        var again = await PageAsync(behind, Through(whole));
        (again.Request.IsReset, again.Ids.Length).ShouldBe((false, 0));
        (await PageAsync(ahead, Through(again))).Ids.ShouldContain(3);

        var first = await PageAsync(ahead, since: null, limit: 1);
        var last = await PageAsync(behind, since: null, limit: 1, first);
        (first.Ids.Single(), last.Ids.Single(), last.Next).ShouldBe((1, 2, null));
        (await PageAsync(ahead, Through(last))).Ids.ShouldContain(3, "the last page came from a snapshot without it");
    }

    // A silo alone made every mark itself: one from the future is of a file that was replaced by an older one.
    [Fact]
    public async Task A_silo_alone_takes_a_mark_from_the_future_for_another_history()
    {
        Write(1);
        var behind = (await _snapshots.GetAsync()).Snapshot;
        Write(2);
        _time.Advance(s_second);
        var mark = Through(await PageAsync((await _snapshots.GetAsync()).Snapshot, since: null));

        (await PageAsync(behind, mark, membership: Membership.Alone)).Request.IsReset.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-02T09:00:00Z")]
    [InlineData("")]
    [InlineData("x")]
    public void A_time_is_not_a_mark(string text) => ChangeMark.Parse(text).ShouldBeNull();

    private static string Through(EventPage page) => Headers(page)["X-Changed-Through"].ToString();

    private static IHeaderDictionary Headers(EventPage page)
    {
        var http = new DefaultHttpContext();
        ChangeFeedHeaders.Set(http, page);
        return http.Response.Headers;
    }

    private async Task<EventPage> PageAsync(string? since, int limit = 100, EventPage? before = null)
    {
        _time.Advance(s_second);
        return await PageAsync((await _snapshots.GetAsync()).Snapshot, since, limit, before);
    }

    // As over HTTP, the next page repeats the parameters and adds the cursor.
    private static Task<EventPage> PageAsync(
        EventSnapshot snapshot, string? since, int limit = 100, EventPage? before = null, Membership membership = Membership.Member)
    {
        var query = new QueryReaderKit("cursor", before?.Next);
        var start = ListPosition.Read(query.Reader, ListOrder.Change);
        var filter = new EventFilter { ChangedSince = since is null ? 0 : null };
        var request = new ListRequest(new EventScope(true), filter, null, ListOrder.Change, start?.After, limit, []) { Since = ChangeMark.Parse(since), Through = start?.Through };
        return EventPage.OfAsync(snapshot, request.At(snapshot.Point, membership));
    }

    private void Write(long id, DateTimeOffset? changed = null) =>
        _rows.Write(new EventState { Id = id, EventType = "concert", Title = "a", Active = true, ChangedAt = changed ?? _time.GetUtcNow() });

    /// <summary>A query with one parameter.</summary>
    private sealed class QueryReaderKit
    {
        public QueryReaderKit(string name, string? value)
        {
            var http = new DefaultHttpContext();
            if (value is not null) http.Request.QueryString = QueryString.Create(name, value);
            Reader = new QueryReader(http);
        }

        public QueryReader Reader { get; }
    }
}
