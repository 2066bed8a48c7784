using System.Collections.Frozen;
using System.Text;

namespace Actors.Accounts.Passwords;

/// <summary>
/// The ten thousand most common passwords, most frequent first, from <c>common-passwords.txt</c>: the beginning of the list of
/// @zxcvbn-ts/language-common 4.1.3, in lower case (MIT, see <c>common-passwords.LICENSE.txt</c>).
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "common-passwords.txt";

    // Loaded on first use, so that programs that do not refuse common passwords do not load them.
    private static readonly Lazy<FrozenSet<string>> s_all = new(Read);

    /// <summary>The number of passwords.</summary>
    public static int Count => s_all.Value.Count;

    /// <summary>True if a password is common, ignoring case and compatibility forms, because attackers try them too.</summary>
    public static bool Contains(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        return s_all.Value.Contains(Normalised(password));
    }

    private static string Normalised(string password)
    {
        try
        {
            return password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // A lone surrogate cannot be normalised, and no common password contains one.
            return password;
        }
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
