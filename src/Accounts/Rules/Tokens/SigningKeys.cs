using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Actors.Accounts.Rules.Tokens;

/// <summary>The keys tokens are verified with, and the one new tokens are signed with. A key's id is looked up among these and nowhere else.</summary>
internal sealed class SigningKeys
{
    private readonly FrozenDictionary<string, SigningKey> byId;

    /// <summary>Keys of these secrets; a secret given twice counts once.</summary>
    public SigningKeys(string current, params IEnumerable<string> previous)
    {
        ImmutableArray<SigningKey> keys = [.. previous.Prepend(current).Distinct(StringComparer.Ordinal).Select(secret => new SigningKey(secret))];
        Current = keys[0];
        // Throws when two secrets share an id: it must never be a matter of order which of them verifies.
        byId = keys.ToFrozenDictionary(key => key.Id, StringComparer.Ordinal);
    }

    /// <summary>Signs what is new.</summary>
    public SigningKey Current { get; }

    /// <summary>The key of an id; null for one we do not have, or no longer.</summary>
    public SigningKey? Find(ReadOnlySpan<char> id) =>
        byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var key) ? key : null;
}
