using System.Diagnostics;

namespace Actors.Benchmarks.Logins;

/// <summary>Many users who sign in continuously until disposal.</summary>
internal sealed class SignInLoad : IAsyncDisposable
{
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(3), s_duration = TimeSpan.FromSeconds(4);

    private readonly CancellationTokenSource _end = new();
    private readonly Task[] _people;
    private long _done;

    public SignInLoad(People people, int parallel) => _people = [.. Enumerable.Range(0, parallel).Select(i => RunAsync(people, i))];

    public static Task WarmUpAsync() => Task.Delay(s_settling, TimeProvider.System);

    public async Task<double> PerSecondAsync()
    {
        var (before, clock) = (Interlocked.Read(ref _done), Stopwatch.StartNew());
        await Task.Delay(s_duration, TimeProvider.System);
        return (Interlocked.Read(ref _done) - before) / clock.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_people);
        _end.Dispose();
    }

    private async Task RunAsync(People people, int person)
    {
        await Task.Yield();
        for (; !_end.IsCancellationRequested; Interlocked.Increment(ref _done)) await people.SignInAsync(person);
    }
}
