using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Actors.Accounts.Passwords;

/// <summary>ASP.NET Core Identity's hasher, on threads that only work when nobody else wants to.</summary>
internal sealed class PasswordHashing : IPasswordHashing, IDisposable
{
    private static readonly object User = new();

    private readonly PasswordHasher<object> _hasher;
    private readonly AccountMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly string _nobodys;
    private readonly PatientThreads _threads = new("password hashing", Environment.ProcessorCount);

    public PasswordHashing(PasswordSettings options, AccountMetrics metrics, TimeProvider time)
    {
        (_metrics, _time) = (metrics, time);
        _hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = options.Iterations }));
        // Here, on a thread like any other: one that stands back could keep every attempt waiting for it.
        _nobodys = _hasher.HashPassword(User, Guid.NewGuid().ToString());
    }

    public Task<string> HashAsync(string password) => _threads.RunAsync(() => Timed(() => _hasher.HashPassword(User, password)));

    public Task<PasswordVerdict> VerifyAsync(string? hash, string password) => _threads.RunAsync(() => Verify(hash ?? _nobodys, password));

    public void Dispose() => _threads.Dispose();

    private PasswordVerdict Verify(string hash, string password) =>
        Timed(() => _hasher.VerifyHashedPassword(User, hash, password)) switch
        {
            PasswordVerificationResult.Success => PasswordVerdict.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordVerdict.RightButWeak,
            _ => PasswordVerdict.Wrong,
        };

    private T Timed<T>(Func<T> work)
    {
        var start = _time.GetTimestamp();
        var result = work();
        _metrics.Hashed(_time.GetElapsedTime(start));
        return result;
    }
}
