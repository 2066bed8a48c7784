using Actors.Accounts.Passwords;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Kit;

/// <summary>Counts hashes and their concurrency.</summary>
internal sealed class CountedHashing(IPasswordHashing inner) : IPasswordHashing
{
    private int _count, _running, _most;

    public int Count => _count;

    public int MostAtOnce => _most;

    public static void Add(IServiceCollection services)
    {
        var real = services.Last(s => s.ServiceType == typeof(IPasswordHashing)).ImplementationType!;
        services.AddSingleton(p => new CountedHashing((IPasswordHashing)ActivatorUtilities.CreateInstance(p, real)));
        services.AddSingleton<IPasswordHashing>(p => p.GetRequiredService<CountedHashing>());
    }

    public Task<string> HashAsync(string password) => Counted(inner.HashAsync(password));

    public Task<PasswordVerdict> VerifyAsync(string? hash, string password) => Counted(inner.VerifyAsync(hash, password));

    private async Task<T> Counted<T>(Task<T> work)
    {
        Interlocked.Increment(ref _count);
        var running = Interlocked.Increment(ref _running);
        for (var most = _most; running > most && Interlocked.CompareExchange(ref _most, running, most) != most; most = _most) { }
        try
        {
            return await work;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }
}
