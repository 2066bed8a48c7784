using System.Security.Cryptography;
using System.Text;

namespace Actors.Payments.Robokassa;

/// <summary>Makes and checks Robokassa's signatures.</summary>
/// <param name="hash">One of <see cref="RobokassaSettings.Hashes"/>.</param>
internal sealed class RobokassaSigner(string hash)
{
    /// <summary>What the names of a shop's own parameters begin with, in any case.</summary>
    public const string OwnPrefix = "Shp_";

    private readonly HashAlgorithmName _algorithm = new(hash.ToUpperInvariant());

    /// <summary>The parts, the password and the shop's own parameters sorted by name, joined with colons; hashed, in hex.</summary>
    public string Sign(IEnumerable<string> parts, string password, IEnumerable<KeyValuePair<string, string>>? own = null)
    {
        var sorted = (own ?? []).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}");
        var text = string.Join(':', parts.Append(password).Concat(sorted));
        return Convert.ToHexStringLower(CryptographicOperations.HashData(_algorithm, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Compares in a time that does not depend on where a difference is. Either case is taken.</summary>
    public static bool AreEqual(string expected, string received) =>
        expected.Length == received.Length && received.All(char.IsAsciiHexDigit)
        && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(expected), Convert.FromHexString(received));
}
