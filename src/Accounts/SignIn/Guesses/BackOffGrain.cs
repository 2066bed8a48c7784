namespace Actors.Accounts.SignIn.Guesses;

/// <summary>Holds the failures at one identifier in memory; they are lost with the silo.</summary>
[CollectionAgeLimit(Minutes = IdleMinutes)]
internal sealed class BackOffGrain(TimeProvider timeProvider) : Grain, IBackOffGrain
{
    /// <summary>Longer than <see cref="BackOff.Memory"/>, so that deactivation drops only failures that no longer count.</summary>
    public const double IdleMinutes = 31;

    private readonly BackOff _failures = new(timeProvider.GetUtcNow().UtcTicks);
    private readonly long _start = timeProvider.GetTimestamp();

    private TimeSpan Now => timeProvider.GetElapsedTime(_start);

    public Task<CountedAttempt?> Begin(string network, bool known) => Task.FromResult(_failures.Begin(network, known, Now));

    public Task End(CountedAttempt attempt, bool succeeded)
    {
        _failures.End(attempt, succeeded, Now);
        return Task.CompletedTask;
    }
}
