namespace Actors.Accounts.Passwords;

/// <summary>
/// Passwords in Normalization Form C, as NIST SP 800-63B asks: one system types "й" as one character and another as two, and both mean the same
/// password.
/// </summary>
internal static class NormalizedPassword
{
    /// <summary>The password in Form C; as it is when it has a code point that no text has, such as U+FFFE, because .NET then knows no such form.</summary>
    public static string Of(string password)
    {
        try
        {
            return password.Normalize();
        }
        catch (ArgumentException)
        {
            return password;
        }
    }
}
