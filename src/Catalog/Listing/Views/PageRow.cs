using System.Text.Json;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Listing.Views;

/// <summary>An event as lists show it.</summary>
/// <param name="Version">The version of its row.</param>
/// <param name="Id">Our number of it.</param>
/// <param name="Uuid">Its uuid.</param>
/// <param name="Active">False once every date has gone by.</param>
/// <param name="Json">What lists show.</param>
internal sealed record PageRow(long Version, long Id, Guid Uuid, bool Active, byte[] Json)
{
    private long _seenAt = -1;

    /// <summary>When it changed, in unix milliseconds.</summary>
    public long ChangedAt { get; init; }

    /// <summary>The row of a stored document. The number of an event is that of its row, whatever the document says.</summary>
    public static PageRow Of(StoredDocument stored)
    {
        var (row, document) = stored;
        var page = StoredMembers.Read(document).ToRow(row.Version) is { } same && same.Id == row.Id
            ? same
            : Of(row.Version, JsonSerializer.Deserialize(document, EventJson.Stored.EventState)!.WithNumber(row.Id));
        return page with { ChangedAt = row.ChangedAt };
    }

    /// <summary>The row of an event.</summary>
    public static PageRow Of(long version, EventState e) => new(
        version, e.Id, e.Uuid, e.Active, JsonSerializer.SerializeToUtf8Bytes(EventResponse.Of(e), CatalogJson.Readable.EventResponse));

    /// <summary>True when it is the row that the store has.</summary>
    public bool Is(EventVersion row) => (Version, ChangedAt) == (row.Version, row.ChangedAt);

    /// <summary>True when the row cannot have changed since it was seen.</summary>
    public bool IsTrue(long changes) => changes >= 0 && Volatile.Read(ref _seenAt) == changes;

    /// <summary>The row was seen when there had been so many changes (<see cref="OwnChanges"/>).</summary>
    public PageRow Seen(long changes)
    {
        Volatile.Write(ref _seenAt, changes);
        return this;
    }
}
