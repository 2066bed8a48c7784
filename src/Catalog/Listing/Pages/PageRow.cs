using System.Text.Json;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Listing.Pages;

/// <summary>An event in the form that lists send.</summary>
/// <param name="Version">The version of its row.</param>
/// <param name="Id">Its number.</param>
/// <param name="Uuid">Its uuid.</param>
/// <param name="Active">False once all dates have passed.</param>
/// <param name="Json">The event as JSON.</param>
internal sealed record PageRow(long Version, long Id, Guid Uuid, bool Active, byte[] Json)
{
    /// <summary>The row of a stored document. The number comes from the row, even if the document has another.</summary>
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
