using Actors.Grains.Calls;

namespace Actors.Accounts.Passwords;

/// <summary>Hashes passwords on the caller's silo, at most one per core at a time. Stateless worker without a key.</summary>
[Alias("accounts.IPasswordWorkerGrain")]
internal interface IPasswordWorkerGrain : IGrainWithIntegerKey
{
    /// <inheritdoc cref="IPasswordHashing.HashAsync"/>
    [Alias("Hash"), Repeatable(Repeat.Always)]
    Task<string> Hash(string password);

    /// <inheritdoc cref="IPasswordHashing.VerifyAsync"/>
    [Alias("Verify"), Repeatable(Repeat.Always)]
    Task<PasswordVerdict> Verify(string? hash, string password);
}
