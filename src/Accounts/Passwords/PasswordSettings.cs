using Actors.Core.Configuration;

namespace Actors.Accounts.Passwords;

/// <summary>How passwords are kept.</summary>
internal sealed record PasswordSettings
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA512, as OWASP's password storage cheat sheet asks for.</summary>
    public const int OwaspIterations = 210_000;

    /// <summary>Rounds of new hashes; a hash of fewer is made anew when its password is next shown.</summary>
    public int Iterations { get; init; } = OwaspIterations;

    /// <summary>Whether the passwords that people choose most are refused (<c>REFUSE_COMMON_PASSWORDS</c>).</summary>
    public bool RefuseCommon { get; init; }

    /// <summary>Whether nobody may choose this password.</summary>
    public bool Refuses(string password) => RefuseCommon && CommonPasswords.Contains(NormalizedPassword.Of(password));

    public static PasswordSettings Read(Settings settings, bool production) =>
        new() { RefuseCommon = settings.Flag("REFUSE_COMMON_PASSWORDS", production) };
}
