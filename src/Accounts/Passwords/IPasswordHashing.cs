namespace Actors.Accounts.Passwords;

/// <summary>Hashes passwords, away from the threads that serve requests.</summary>
internal interface IPasswordHashing
{
    /// <summary>A new hash of a password.</summary>
    Task<string> HashAsync(string password);

    /// <summary>Checks a password against a hash, or against one that nobody has when it is null: both cost the same.</summary>
    Task<PasswordVerdict> VerifyAsync(string? hash, string password);
}
