using Orleans.Concurrency;

namespace Actors.Accounts.Passwords;

/// <summary>The place where passwords cost time, bounded by cores.</summary>
[StatelessWorker]
internal sealed class PasswordWorkerGrain(IPasswordHashing hashing) : Grain, IPasswordWorkerGrain
{
    public Task<string> Hash(string password) => hashing.HashAsync(password);

    public Task<PasswordVerdict> Verify(string? hash, string password) => hashing.VerifyAsync(hash, password);
}
