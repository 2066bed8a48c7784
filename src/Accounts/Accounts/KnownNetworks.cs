using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Actors.Accounts.Accounts;

/// <summary>The networks an account was used from, latest last, as hashes: enough to know one again, and no list of addresses.</summary>
internal static class KnownNetworks
{
    /// <summary>Networks an account knows; the one unused for longest is forgotten first.</summary>
    public const int Max = 16;

    private const int HashLength = 16;

    /// <summary>How an account remembers a network; another account remembers it differently.</summary>
    public static string Hash(Guid account, string network) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{account:N}@{network}")))[..HashLength];

    /// <summary>With a network as the latest.</summary>
    public static ImmutableArray<string> With(this ImmutableArray<string> known, string hash)
    {
        if (known is [.., var latest] && latest == hash) return known;
        var others = known.Remove(hash);
        return (others.Length < Max ? others : others.RemoveRange(0, others.Length - Max + 1)).Add(hash);
    }
}
