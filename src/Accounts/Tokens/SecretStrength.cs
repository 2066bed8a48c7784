using System.Text;

namespace Actors.Accounts.Tokens;

/// <summary>Whether a secret may sign tokens where it matters.</summary>
internal static class SecretStrength
{
    /// <summary>Bytes; a shorter key than the hash is weaker than the hash (RFC 7518, 3.2).</summary>
    public const int MinBytes = 32;

    // Thirty-two random hexadecimal digits have fewer than this about once in fifty thousand keys.
    private const int MinDistinct = 8;

    // What examples and defaults are made of, without case and punctuation.
    private static readonly string[] s_placeholders =
    [
        "changeme", "changethis", "changein", "yoursecret", "your256bitsecret", "secretkey", "supersecret", "mysecret", "topsecret",
        "defaultkey", "internalservicetoken", "insecure", "password", "example", "placeholder", "replaceme", "qwerty", "12345678",
    ];

    /// <summary>What is wrong with a secret, as a sentence that does not repeat it; null when nothing is.</summary>
    public static string? Fault(string secret)
    {
        if (Encoding.UTF8.GetByteCount(secret) < MinBytes)
        {
            return $"is shorter than {MinBytes} bytes. `openssl rand -base64 48` makes a good one.";
        }

        var letters = new string([.. secret.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
        return Array.Exists(s_placeholders, letters.Contains) || secret.Distinct().Count() < MinDistinct
            ? "is a placeholder that anybody can guess. `openssl rand -base64 48` makes a good one."
            : null;
    }
}
