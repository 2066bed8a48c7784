using Actors.Catalog.Provider.Registrations;
using Actors.Persistence;

namespace Actors.Catalog.Provider;

/// <summary>The tables of the provider's events and of registrations.</summary>
internal static class ProviderRows
{
    /// <summary>Name of the grain storage of events.</summary>
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

    /// <summary>The key for searching a name: databases ignore case for Latin letters only.</summary>
    public static string NameKey(string name) => name.ToLowerInvariant();

    // Null if no seat is held: the unique index ignores nulls.
    private static string? SeatKey(ProviderRegistration r) =>
        r.Status == RegistrationStatus.Rejected || string.IsNullOrEmpty(r.Seat) ? null : $"{r.EventId:N}:{r.Seat}";

    /// <summary>The key of an account's only registration for an event.</summary>
    public static string RegistrationKey(Guid eventId, Guid accountId) => $"{eventId:N}{accountId:N}";
}
