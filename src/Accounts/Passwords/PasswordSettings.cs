using Actors.Core.Configuration;

namespace Actors.Accounts.Passwords;

/// <summary>Settings of password hashing.</summary>
internal sealed record PasswordSettings
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA512 that OWASP's password storage cheat sheet recommends.</summary>
    public const int OwaspIterations = 210_000;

    /// <summary>Rounds of new hashes; a hash with fewer rounds is renewed at the next sign-in.</summary>
    public int Iterations { get; init; } = OwaspIterations;

    /// <summary>True to refuse common passwords (<c>REFUSE_COMMON_PASSWORDS</c>).</summary>
    public bool RefuseCommon { get; init; }

    /// <summary>True if this password must not be chosen.</summary>
    public bool Refuses(string password) => RefuseCommon && CommonPasswords.Contains(NormalizedPassword.Of(password));

    public static PasswordSettings Read(Settings settings, bool production) =>
        new() { RefuseCommon = settings.Flag("REFUSE_COMMON_PASSWORDS", production) };
}
