using System.Text;

namespace Actors.Accounts.Tokens;

/// <summary>Checks the strength of signing secrets.</summary>
internal static class SecretStrength
{
    /// <summary>Minimum length in bytes: a key should not be shorter than the hash (RFC 7518, 3.2).</summary>
    public const int MinBytes = 32;

    // Of 50,000 random keys of 32 hexadecimal digits, about one has fewer distinct characters.
    private const int MinDistinct = 8;

    // Parts of common example keys, without case and punctuation.
    private static readonly string[] s_placeholders =
    [
        "changeme", "changethis", "changein", "yoursecret", "your256bitsecret", "secretkey", "supersecret", "mysecret", "topsecret",
        "defaultkey", "internalservicetoken", "insecure", "password", "example", "placeholder", "replaceme", "qwerty", "12345678",
    ];

    /// <summary>The problem of a secret, as a sentence without the secret; null if it is strong.</summary>
    public static string? Fault(string secret)
    {
        if (Encoding.UTF8.GetByteCount(secret) < MinBytes)
        {
            return $"is shorter than {MinBytes} bytes. Generate one with `openssl rand -base64 48`.";
        }

        var letters = new string([.. secret.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
        return Array.Exists(s_placeholders, letters.Contains) || secret.Distinct().Count() < MinDistinct
            ? "is a placeholder that is easy to guess. Generate one with `openssl rand -base64 48`."
            : null;
    }
}
