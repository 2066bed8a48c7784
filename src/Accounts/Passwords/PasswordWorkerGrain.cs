using Orleans.Concurrency;

namespace Actors.Accounts.Passwords;

/// <summary>Limits concurrent hashing to the number of cores.</summary>
[StatelessWorker]
internal sealed class PasswordWorkerGrain(IPasswordHashing hashing) : Grain, IPasswordWorkerGrain
{
    public Task<string> Hash(string password) => hashing.HashAsync(password);

    public Task<PasswordVerdict> Verify(string? hash, string password) => hashing.VerifyAsync(hash, password);
}
