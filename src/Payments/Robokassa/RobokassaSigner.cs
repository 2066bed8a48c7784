using System.Security.Cryptography;
using System.Text;

namespace Actors.Payments.Robokassa;

/// <summary>Creates and compares Robokassa's signatures.</summary>
/// <param name="hash">One of <see cref="RobokassaSettings.Hashes"/>.</param>
internal sealed class RobokassaSigner(string hash)
{
    /// <summary>The prefix of the shop's own parameters, in any case.</summary>
    public const string OwnPrefix = "Shp_";

    private readonly HashAlgorithmName _algorithm = new(hash.ToUpperInvariant());

    /// <summary>Joins the parts, the password and the shop's own parameters (sorted by name) with colons; returns the hash in hex.</summary>
    public string Sign(IEnumerable<string> parts, string password, IEnumerable<KeyValuePair<string, string>>? own = null)
    {
        var sorted = (own ?? []).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}");
        var text = string.Join(':', parts.Append(password).Concat(sorted));
        return Convert.ToHexStringLower(CryptographicOperations.HashData(_algorithm, Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Compares in constant time, ignoring case.</summary>
    public static bool AreEqual(string expected, string received) =>
        expected.Length == received.Length && received.All(char.IsAsciiHexDigit)
        && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(expected), Convert.FromHexString(received));
}
