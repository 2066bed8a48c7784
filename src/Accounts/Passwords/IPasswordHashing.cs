namespace Actors.Accounts.Passwords;

/// <summary>Hashes passwords on separate threads.</summary>
internal interface IPasswordHashing
{
    /// <summary>Hashes a password.</summary>
    Task<string> HashAsync(string password);

    /// <summary>Checks a password against a hash. If the hash is null, checks a dummy hash, so that the duration is the same.</summary>
    Task<PasswordVerdict> VerifyAsync(string? hash, string password);
}
