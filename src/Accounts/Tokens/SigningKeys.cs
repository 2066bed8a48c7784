using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Actors.Accounts.Tokens;

/// <summary>The keys that verify tokens, and the key that signs new ones.</summary>
internal sealed class SigningKeys
{
    private readonly FrozenDictionary<string, SigningKey> _byId;

    /// <summary>Creates the keys of secrets; a repeated secret counts once.</summary>
    public SigningKeys(string current, params IEnumerable<string> previous)
        : this([.. previous.Prepend(current).Distinct(StringComparer.Ordinal).Select(secret => new SigningKey(Encoding.UTF8.GetBytes(secret)))])
    {
    }

    /// <summary>Creates the set; the first key signs.</summary>
    /// <exception cref="ArgumentException">Two keys share an id, which would make verification depend on their order.</exception>
    public SigningKeys(ImmutableArray<SigningKey> keys)
    {
        Current = keys[0];
        // ToDictionary throws for duplicate ids; ToFrozenDictionary alone would use the last one.
        _byId = keys.ToDictionary(key => key.Id, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The key that signs new tokens.</summary>
    public SigningKey Current { get; }

    /// <summary>The key of an id; null if it is unknown.</summary>
    public SigningKey? Find(ReadOnlySpan<char> id) =>
        _byId.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(id, out var key) ? key : null;
}
