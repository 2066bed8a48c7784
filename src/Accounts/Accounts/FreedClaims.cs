using System.Collections.Immutable;
using System.Text.Json;
using Actors.Persistence;

namespace Actors.Accounts.Accounts;

/// <summary>The outbox message that removes the claims of an erased account, because their keys are hashes of the owner's identifiers.</summary>
/// <param name="Account">The account that held them.</param>
/// <param name="Keys">Keys of the claims.</param>
internal sealed record FreedClaims(Guid Account, ImmutableArray<string> Keys)
{
    /// <summary>The outbox topic.</summary>
    public const string Topic = "accounts.claims";

    public static OutboxMessage ToMessage(Guid account, ImmutableArray<string> keys, DateTimeOffset now) =>
        new($"accounts/{account:N}/claims", Topic, JsonSerializer.Serialize(new FreedClaims(account, keys), StoredJson.Options), now);

    public static FreedClaims Read(OutboxMessage message) => JsonSerializer.Deserialize<FreedClaims>(message.Document, StoredJson.Options)!;
}
