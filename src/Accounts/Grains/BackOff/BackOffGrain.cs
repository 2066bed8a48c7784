namespace Actors.Accounts.Grains.BackOff;

/// <summary>Keeps the failures at one identifier in memory. A silo that dies takes them with it.</summary>
[CollectionAgeLimit(Minutes = IdleMinutes)]
internal sealed class BackOffGrain(TimeProvider time) : Grain, IBackOffGrain
{
    /// <summary>Not shorter than the longest wait, so that leaving memory ends none.</summary>
    public const double IdleMinutes = 16;

    private readonly Rules.BackOff _failures = new();
    private readonly long _start = time.GetTimestamp();

    private TimeSpan Now => time.GetElapsedTime(_start);

    public Task<bool> Allows(string network) => Task.FromResult(_failures.Allows(network, Now));

    public Task Report(string network, bool succeeded)
    {
        if (succeeded)
            _failures.Succeeded(network);
        else
            _failures.Failed(network, Now);
        return Task.CompletedTask;
    }
}
