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
    /// <summary>The row of a stored document. The number of an event is that of its row, whatever the document says.</summary>
    public static PageRow Of(StoredDocument stored)
    {
        var (row, document) = stored;
        return StoredMembers.Read(document).ToRow(row.Version) is { } same && same.Id == row.Id
            ? same
            : Of(row.Version, JsonSerializer.Deserialize(document, EventJson.Stored.EventState)!.WithNumber(row.Id));
    }

    /// <summary>The row of an event.</summary>
    public static PageRow Of(long version, EventState e) => new(
        version, e.Id, e.Uuid, e.Active, JsonSerializer.SerializeToUtf8Bytes(EventResponse.Of(e), CatalogJson.Readable.EventResponse));
}
