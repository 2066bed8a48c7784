using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Actors.Accounts.Tokens;

/// <summary>
/// Remembers of the tokens seen lately what they say, so that a client's signature is computed once and not on every request. Kept is only what never
/// changes: that this very text is signed by a key of ours. Its times and its session are judged each time.
/// </summary>
internal sealed class VerifiedTokens
{
    /// <summary>Tokens remembered, under 2 KiB each; a token takes the place of the one before it in its slot.</summary>
    public const int Capacity = 4096;

    // The signature at its end is all of a token that is secret.
    private const int SecretLength = 43;

    private readonly Entry?[] _slots = new Entry?[Capacity];

    /// <summary>What a token says, if this very text was remembered.</summary>
    public AccessToken? Find(string text) =>
        text.Length > SecretLength && Volatile.Read(ref _slots[SlotOf(text)]) is { } entry && IsSame(entry.Text, text) ? entry.Token : null;

    /// <summary>Remembers a token that was verified.</summary>
    public void Add(string text, AccessToken token) => Volatile.Write(ref _slots[SlotOf(text)], new Entry(text, token));

    // Random per process, so that nobody can choose tokens of one slot.
    private static int SlotOf(string text) => (int)((uint)string.GetHashCode(Secret(text)) % Capacity);

    // How far a guessed signature is right must not show in the time taken.
    private static bool IsSame(string known, string text) =>
        known.Length == text.Length && known.AsSpan(0, known.Length - SecretLength).SequenceEqual(text.AsSpan(0, text.Length - SecretLength))
        && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(Secret(known)), MemoryMarshal.AsBytes(Secret(text)));

    private static ReadOnlySpan<char> Secret(string text) => text.AsSpan(text.Length - SecretLength);

    private sealed record Entry(string Text, AccessToken Token);
}
