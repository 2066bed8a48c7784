using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Actors.Accounts.Tokens;

/// <summary>
/// Caches the claims of recently verified tokens, so that a signature is not computed on every request. Only the verified signature of the exact text
/// is cached; times and session are checked each time.
/// </summary>
internal sealed class VerifiedTokenCache
{
    /// <summary>The number of slots. A token has less than 2 KiB and replaces the previous one in its slot.</summary>
    public const int Capacity = 4096;

    // Only the signature at the end of a token is secret.
    private const int SecretLength = 43;

    private readonly Entry?[] _slots = new Entry?[Capacity];

    /// <summary>The claims of a cached token.</summary>
    public AccessToken? Find(string text) =>
        text.Length > SecretLength && Volatile.Read(ref _slots[SlotOf(text)]) is { } entry && IsSame(entry.Text, text) ? entry.Token : null;

    /// <summary>Adds a verified token.</summary>
    public void Add(string text, AccessToken token) => Volatile.Write(ref _slots[SlotOf(text)], new Entry(text, token));

    // The hash is randomised per process, so an attacker cannot cause collisions.
    private static int SlotOf(string text) => (int)((uint)string.GetHashCode(Secret(text)) % Capacity);

    // Compares signatures in constant time, so that the duration reveals nothing about a guess.
    private static bool IsSame(string known, string text) =>
        known.Length == text.Length && known.AsSpan(0, known.Length - SecretLength).SequenceEqual(text.AsSpan(0, text.Length - SecretLength))
        && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(Secret(known)), MemoryMarshal.AsBytes(Secret(text)));

    private static ReadOnlySpan<char> Secret(string text) => text.AsSpan(text.Length - SecretLength);

    private sealed record Entry(string Text, AccessToken Token);
}
