using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Actors.Accounts.Tokens;

/// <summary>The keys tokens are verified with, and the one new tokens are signed with. A key's id is looked up among these and nowhere else.</summary>
internal sealed class SigningKeys
{
    private readonly FrozenDictionary<string, SigningKey> _byId;

    /// <summary>Keys of these secrets; a secret given twice counts once.</summary>
    public SigningKeys(string current, params IEnumerable<string> previous)
        : this([.. previous.Prepend(current).Distinct(StringComparer.Ordinal).Select(secret => new SigningKey(Encoding.UTF8.GetBytes(secret)))])
    {
    }

    /// <summary>The first one signs.</summary>
    /// <exception cref="ArgumentException">Two of them share an id: it must never be a matter of order which of them verifies.</exception>
    public SigningKeys(ImmutableArray<SigningKey> keys)
    {
        Current = keys[0];
        // Not at once to a frozen one, which would let the last of two keys win.
        _byId = keys.ToDictionary(key => key.Id, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Signs what is new.</summary>
    public SigningKey Current { get; }

    /// <summary>The key of an id; null for one we do not have, or no longer.</summary>
    public SigningKey? Find(ReadOnlySpan<char> id) =>
        _byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var key) ? key : null;
}
