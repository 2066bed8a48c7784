using System.Globalization;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Filters;
using Actors.Catalog.Listing.Snapshots;
using Actors.Catalog.Listing.Views;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Catalog.Tests.Listing.Views;

public sealed class ViewHeaderTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly FakeCopies _rows = new();
    private readonly EventSnapshots _snapshots;

    public ViewHeaderTests() => _snapshots = new EventSnapshots(_rows, _time, NullLogger<EventSnapshots>.Instance);

    [Fact]
    public async Task Who_asks_on_from_what_he_was_told_hears_of_a_change_whose_time_stamp_is_five_seconds_old()
    {
        Write(1, _time.GetUtcNow());
        var through = Through(await PageAsync(DateTimeOffset.UnixEpoch));

        Write(2, _time.GetUtcNow().AddSeconds(-5));
        _time.Advance(TimeSpan.FromSeconds(1));

        (await PageAsync(through)).Ids.ShouldContain(2);
    }

    private static DateTimeOffset Through(ViewPage page)
    {
        var http = new DefaultHttpContext();
        ViewHeaders.SetThrough(http, page);
        return DateTimeOffset.Parse(http.Response.Headers["X-Changed-Through"].Single()!, CultureInfo.InvariantCulture);
    }

    private async Task<ViewPage> PageAsync(DateTimeOffset since)
    {
        var filter = new EventFilter { ChangedSince = since.ToUnixTimeMilliseconds() };
        return ViewPage.Of((await _snapshots.GetAsync()).Snapshot, new ViewRequest(new EventScope(true), filter, null, ViewOrder.Change, null, 100, []));
    }

    private void Write(long id, DateTimeOffset changed) =>
        _rows.Write(new EventState { Id = id, EventType = "concert", Title = "a", Active = true, ChangedAt = changed });
}
