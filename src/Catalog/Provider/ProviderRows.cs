using Actors.Catalog.Provider.Registrations;
using Actors.Persistence;

namespace Actors.Catalog.Provider;

/// <summary>How the provider's events and their registrations become rows.</summary>
internal static class ProviderRows
{
    /// <summary>Name of the grain storage that keeps events.</summary>
    public const string Storage = "provider_events";

    public static readonly RowKind<ProviderEventState> Events = new(Storage, StoredJson.TypeInfo<ProviderEventState>(),
        new("open", ColumnType.Boolean, s => s.Event?.Open ?? false),
        new("event_time", ColumnType.Integer, s => s.Event?.EventTime ?? s.DeletedAt),
        new("name", ColumnType.Text, s => s.Event?.Name ?? ""),
        new("name_key", ColumnType.Text, s => NameKey(s.Event?.Name ?? "")),
        new("deleted_at", ColumnType.Integer, s => s.DeletedAt));

    public static readonly RowKind<ProviderRegistration> Registrations = new("provider_registrations", StoredJson.TypeInfo<ProviderRegistration>(),
        new("id", ColumnType.Text, r => r.Id),
        new("event_id", ColumnType.Text, r => r.EventId),
        new("account_id", ColumnType.Text, r => r.AccountId),
        new("status", ColumnType.Integer, r => r.Status),
        new("created_at", ColumnType.Integer, r => r.CreatedAt),
        new("seat_key", ColumnType.Text, SeatKey));

    /// <summary>A name as it is searched for: databases know the case of Latin letters only.</summary>
    public static string NameKey(string name) => name.ToLowerInvariant();

    // Null where no seat is held: nulls are equal to nothing.
    private static string? SeatKey(ProviderRegistration r) =>
        r.Status == RegistrationStatus.Rejected || string.IsNullOrEmpty(r.Seat) ? null : $"{r.EventId:N}:{r.Seat}";

    /// <summary>Key of the registration of an account for an event: there is one.</summary>
    public static string RegistrationKey(Guid eventId, Guid accountId) => $"{eventId:N}{accountId:N}";
}
