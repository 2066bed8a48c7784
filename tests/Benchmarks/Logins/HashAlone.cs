using System.Diagnostics;
using Actors.Accounts.Passwords;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Actors.Benchmarks.Logins;

/// <summary>Measures only the password hash, with one thread per core.</summary>
internal static class HashAlone
{
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(3);

    public static double PerSecond()
    {
        var hasher = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = PasswordSettings.OwaspIterations }));
        var hash = hasher.HashPassword(new object(), People.Password);
        var (clock, count) = (Stopwatch.StartNew(), 0L);
        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
        {
            for (; clock.Elapsed < s_duration; Interlocked.Increment(ref count)) hasher.VerifyHashedPassword(new object(), hash, People.Password);
        })).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        return count / clock.Elapsed.TotalSeconds;
    }
}
