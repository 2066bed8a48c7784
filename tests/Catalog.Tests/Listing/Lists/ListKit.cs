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

/// <summary>Lists with rows and a clock that a test controls.</summary>
internal sealed class ListKit
{
    private static readonly EventDate s_date = new("2026-09-01T18:00:00", new(2026, 9, 1, 15, 0, 0, TimeSpan.Zero));

    public ManualTimeProvider Time { get; init; } = new();

    public FakeEventRows Rows { get; } = new();

    /// <summary>The shared cache; none by default.</summary>
    public ISharedCache? Cache { get; init; }

    /// <summary>The log of served shared copies.</summary>
    public LogLines Log { get; } = new();

    /// <summary>The metrics of lists.</summary>
    public IMeterFactory Meters { get; } = new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    /// <summary>The list of all active events of a new process.</summary>
    public RevalidatedList List() => new(new(true), Source(), Time, NullLogger<RevalidatedList>.Instance);

    /// <summary>The lists of one process.</summary>
    public RevalidatedList[] Lists(int count)
    {
        var source = Source();
        return [.. Enumerable.Range(0, count).Select(_ => new RevalidatedList(new(true), source, Time, NullLogger<RevalidatedList>.Instance))];
    }

    /// <summary>Replaces all events by one with this title.</summary>
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

    /// <summary>Events of ten kilobytes each whose list has about this size.</summary>
    public ImmutableArray<EventState> EventsOfSize(int bytes) =>
        [.. Enumerable.Range(1, bytes / 10_000).Select(id => View(id, $"Событие {id}", new string('x', 9_700)))];

    public static string Text(ServedList served) => Encoding.UTF8.GetString(served.List.ShouldBeOfType<CachedList>().Body.Span);

    private ListRevalidator Source()
    {
        var options = new CatalogOptions { Zone = TimeZoneInfo.Utc };
        var metrics = new ListMetrics(Meters);
        var lists = new ListLoader(Rows, new SharedFill(Time, Cache), options, metrics, new ListStream(NullLogger<ListStream>.Instance), Time);
        return new ListRevalidator(Rows, lists, options, metrics, Time, new LoggerFactory([Log]).CreateLogger<ListRevalidator>());
    }
}
