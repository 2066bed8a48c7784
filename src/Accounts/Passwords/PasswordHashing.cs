using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Actors.Accounts.Passwords;

/// <summary>ASP.NET Core Identity's hasher, on threads that only work when nobody else wants to.</summary>
internal sealed class PasswordHashing : IPasswordHashing, IDisposable
{
    private static readonly object s_user = new();

    private readonly PasswordHasher<object> _hasher;
    private readonly AccountMetrics _metrics;
    private readonly TimeProvider _timeProvider;
    private readonly string _nobodys;
    private readonly PatientThreads _threads = new("password hashing", Environment.ProcessorCount);

    public PasswordHashing(PasswordSettings options, AccountMetrics metrics, TimeProvider timeProvider)
    {
        (_metrics, _timeProvider) = (metrics, timeProvider);
        _hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = options.Iterations }));
        // Here, on a thread like any other: one that stands back could keep every attempt waiting for it.
        _nobodys = _hasher.HashPassword(s_user, Guid.NewGuid().ToString());
    }

    public Task<string> HashAsync(string password) => _threads.RunAsync(() => Timed(() => _hasher.HashPassword(s_user, password)));

    public Task<PasswordVerdict> VerifyAsync(string? hash, string password) => _threads.RunAsync(() => Verify(hash ?? _nobodys, password));

    public void Dispose() => _threads.Dispose();

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
