using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Actors.Accounts.Accounts;

/// <summary>
/// The networks of an account's sessions, latest last. They are stored as hashes, which allow comparison but are not a list of addresses.
/// </summary>
internal static class KnownNetworks
{
    /// <summary>Maximum number of networks; the least recently used one is removed first.</summary>
    public const int Max = 16;

    private const int HashLength = 16;

    /// <summary>The hash of a network, salted with the account.</summary>
    public static string Hash(Guid account, string network) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{account:N}@{network}")))[..HashLength];

    /// <summary>The list with a network as the latest.</summary>
    public static ImmutableArray<string> With(this ImmutableArray<string> known, string hash)
    {
        if (known is [.., var latest] && latest == hash) return known;
        var others = known.Remove(hash);
        return (others.Length < Max ? others : others.RemoveRange(0, others.Length - Max + 1)).Add(hash);
    }
}
