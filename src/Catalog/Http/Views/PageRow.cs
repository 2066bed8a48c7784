using System.Text.Json;
using Actors.Catalog.Grains.Events;
using Actors.Catalog.Ports;

namespace Actors.Catalog.Http.Views;

/// <summary>An event as lists show it.</summary>
/// <param name="Version">The version of its row.</param>
/// <param name="Id">Our number of it.</param>
/// <param name="Uuid">Its uuid.</param>
/// <param name="Active">False once every date has gone by.</param>
/// <param name="Json">What lists show.</param>
internal sealed record PageRow(long Version, long Id, Guid Uuid, bool Active, byte[] Json)
{
    private long _seenAt = -1;

    /// <summary>The row of a stored document.</summary>
    public static PageRow Of(StoredDocument row) => StoredMembers.Read(row.Document).ToRow(row.Version) ?? Of(
        row.Version, JsonSerializer.Deserialize(row.Document, EventJson.Stored.EventState)!);

    /// <summary>The row of an event.</summary>
    public static PageRow Of(long version, EventState e) => new(
        version, e.Id, e.Uuid, e.Active, JsonSerializer.SerializeToUtf8Bytes(EventResponse.Of(EventView.Of(e)), CatalogJson.Readable.EventResponse));

    /// <summary>True when the row cannot have changed since it was seen.</summary>
    public bool IsTrue(long changes) => changes >= 0 && Volatile.Read(ref _seenAt) == changes;

    /// <summary>The row was seen when there had been so many changes (<see cref="OwnChanges"/>).</summary>
    public PageRow Seen(long changes)
    {
        Volatile.Write(ref _seenAt, changes);
        return this;
    }
}
