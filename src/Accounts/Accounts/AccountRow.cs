using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Persistence;

namespace Actors.Accounts.Accounts;

/// <summary>Maps accounts to rows of table <c>accounts</c>, and security events to rows of <c>security_events</c>.</summary>
internal static class AccountRow
{
    public static readonly RowKind<AccountState> Kind = new("accounts", AccountJson.Stored.AccountState,
        new("number", ColumnType.Integer, a => a.Number),
        new("created_at", ColumnType.Integer, a => a.CreatedAt),
        new("erased_at", ColumnType.Integer, a => a.ErasedAt));

    /// <summary>The same rows, deserialized only in part; for reading.</summary>
    public static readonly RowKind<StoredSecret> Secrets = new("accounts", AccountJson.Stored.StoredSecret);

    public static readonly ChildKind<(Guid Account, SecurityEvent Event)> Events = new("security_events", ["account", "id"],
        new("account", ColumnType.Text, r => KeyOf(r.Account)),
        new("id", ColumnType.Text, r => r.Event.Id),
        new("at", ColumnType.Integer, r => r.Event.At),
        new("kind", ColumnType.Text, r => r.Event.Kind),
        new("session", ColumnType.Text, r => r.Event.Session),
        new("network", ColumnType.Text, r => r.Event.Network));

    public static string KeyOf(Guid account) => account.ToString("N");
}

/// <summary>JSON of stored accounts.</summary>
[JsonSerializable(typeof(AccountState))]
[JsonSerializable(typeof(StoredSecret))]
internal sealed partial class AccountJson : JsonSerializerContext
{
    public static readonly AccountJson Stored = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
