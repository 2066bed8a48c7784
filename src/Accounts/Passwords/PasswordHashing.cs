using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Actors.Accounts.Passwords;

/// <summary>Runs ASP.NET Core Identity's hasher on low-priority threads.</summary>
internal sealed class PasswordHashing : IPasswordHashing, IDisposable
{
    private static readonly object s_user = new();

    private readonly PasswordHasher<object> _hasher;
    private readonly AccountMetrics _metrics;
    private readonly TimeProvider _timeProvider;
    private readonly string _dummyHash;
    private readonly LowPriorityThreads _threads = new("password hashing", Environment.ProcessorCount);

    public PasswordHashing(PasswordSettings options, AccountMetrics metrics, TimeProvider timeProvider)
    {
        (_metrics, _timeProvider) = (metrics, timeProvider);
        _hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = options.Iterations }));
        // On the current thread: a low-priority thread could delay every attempt.
        _dummyHash = _hasher.HashPassword(s_user, Guid.NewGuid().ToString());
    }

    public Task<string> HashAsync(string password) => _threads.RunAsync(() => Timed(() => _hasher.HashPassword(s_user, NormalizedPassword.Of(password))));

    public Task<PasswordVerdict> VerifyAsync(string? hash, string password) => _threads.RunAsync(() => VerifyNormalized(hash ?? _dummyHash, password));

    public void Dispose() => _threads.Dispose();

    // Older hashes are of the unnormalised password. Such a hash counts as weak, so that it is renewed.
    private PasswordVerdict VerifyNormalized(string hash, string password)
    {
        var normalized = NormalizedPassword.Of(password);
        var verdict = Verify(hash, normalized);
        if (verdict != PasswordVerdict.Wrong || normalized == password) return verdict;
        return Verify(hash, password) == PasswordVerdict.Wrong ? PasswordVerdict.Wrong : PasswordVerdict.RightButWeak;
    }

    private PasswordVerdict Verify(string hash, string password) =>
        Timed(() => _hasher.VerifyHashedPassword(s_user, hash, password)) switch
        {
            PasswordVerificationResult.Success => PasswordVerdict.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordVerdict.RightButWeak,
            _ => PasswordVerdict.Wrong,
        };

    private T Timed<T>(Func<T> work)
    {
        var start = _timeProvider.GetTimestamp();
        var result = work();
        _metrics.Hashed(_timeProvider.GetElapsedTime(start));
        return result;
    }
}
