namespace Actors.Accounts.Passwords;

/// <summary>Passwords in Normalization Form C, as NIST SP 800-63B requires: some systems enter "й" as one character and others as two.</summary>
internal static class NormalizedPassword
{
    /// <summary>The password in Form C; unchanged if it contains a noncharacter such as U+FFFE, which .NET cannot normalise.</summary>
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
