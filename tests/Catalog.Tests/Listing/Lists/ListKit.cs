using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Text;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Lists;
using Actors.Core.Caching;
using Actors.TestKit;
using Actors.Web.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>Lists over rows and a clock that a test controls.</summary>
internal sealed class ListKit
{
    private static readonly EventDate s_date = new("2026-09-01T18:00:00", new(2026, 9, 1, 15, 0, 0, TimeSpan.Zero));

    public ManualTimeProvider Time { get; init; } = new();

    public FakeEventRows Rows { get; } = new();

    /// <summary>What processes share; none unless a test says so.</summary>
    public ISharedCache? Cache { get; init; }

    /// <summary>What is said of lists that are not read from the rows.</summary>
    public LogLines Log { get; } = new();

    /// <summary>What lists measure.</summary>
    public IMeterFactory Meters { get; } = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    /// <summary>The list of all active events, as a process that knows nothing yet has it.</summary>
    public CachedEventList List() => new(new(true), Source(), Time, NullLogger<CachedEventList>.Instance);

    /// <summary>So many lists of one process.</summary>
    public CachedEventList[] Lists(int count)
    {
        var source = Source();
        return [.. Enumerable.Range(0, count).Select(_ => new CachedEventList(new(true), source, Time, NullLogger<CachedEventList>.Instance))];
    }

    /// <summary>Makes an event with this title the only one.</summary>
    public void Write(string title) => Rows.Events = [View(1, title)];

    public EventState View(long id, string title, string description = "", bool active = true) => new()
    {
        Id = id,
        EventType = "concert",
        Title = title,
        Description = description,
        Price = 1,
        DatePreview = s_date,
        ImageUrl = "/posters/x.webp",
        Url = "http://x",
        CreatedAt = Time.GetUtcNow(),
        Active = active,
    };

    /// <summary>As many events as make a list of about so many bytes, of ten kilobytes each.</summary>
    public ImmutableArray<EventState> Views(int bytes) =>
        [.. Enumerable.Range(1, bytes / 10_000).Select(id => View(id, $"Событие {id}", new string('x', 9_700)))];

    public static string Text(ServedList served) => Encoding.UTF8.GetString(served.List.ShouldBeOfType<KeptList>().Body.Span);

    private ListSource Source()
    {
        var options = new CatalogOptions { Zone = TimeZoneInfo.Utc };
        var metrics = new ListMetrics(Meters);
        var lists = new SharedLists(Rows, new SharedFill(Time, Cache), options, metrics, new ListStream(NullLogger<ListStream>.Instance), Time);
        return new ListSource(Rows, lists, options, metrics, Time, new LoggerFactory([Log]).CreateLogger<ListSource>());
    }
}
