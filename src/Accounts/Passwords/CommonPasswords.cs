using System.Collections.Frozen;
using System.Text;

namespace Actors.Accounts.Passwords;

/// <summary>
/// The ten thousand passwords that people choose most, most frequent first in <c>common-passwords.txt</c>: the head of the list of
/// @zxcvbn-ts/language-common 4.1.3, in lower case (MIT, see <c>common-passwords.LICENSE.txt</c>).
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "common-passwords.txt";

    // Read when the first password is judged: who does not refuse common passwords does not keep them in memory.
    private static readonly Lazy<FrozenSet<string>> s_all = new(Read);

    /// <summary>How many there are.</summary>
    public static int Count => s_all.Value.Count;

    /// <summary>Whether a password is one of them; capitals and forms of the same character make no difference, since attackers try them too.</summary>
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
            // Half of a surrogate pair cannot be normalised, and no common password has one.
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
