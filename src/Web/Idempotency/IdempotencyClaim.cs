namespace Actors.Web.Idempotency;

/// <summary>The lease of a key, held while its request is executed.</summary>
internal sealed record IdempotencyClaim(IIdempotency Answers, string Key, string Fingerprint, Guid Run)
{
    /// <summary>False if the response is not stored.</summary>
    public Task<bool> CompleteAsync(StoredAnswer answer) => Answers.CompleteAsync(Key, Run, Fingerprint, answer);

    public Task AbandonAsync() => Answers.AbandonAsync(Key, Run);

    /// <summary>Renews the lease until the result is disposed.</summary>
    public IAsyncDisposable StartRenewal(TimeProvider timeProvider) => new Renewal(this, timeProvider);

    private sealed class Renewal : IAsyncDisposable
    {
        private readonly PeriodicTimer _timer;
        private readonly Task _loop;

        public Renewal(IdempotencyClaim claim, TimeProvider timeProvider)
        {
            _timer = new PeriodicTimer(IdempotencyGrain.Renewal, timeProvider);
            _loop = RunAsync(claim);
        }

        public async ValueTask DisposeAsync()
        {
            _timer.Dispose();
            await _loop;
        }

        private async Task RunAsync(IdempotencyClaim claim)
        {
            while (await _timer.WaitForNextTickAsync())
            {
                try
                {
                    await claim.Answers.RenewAsync(claim.Key, claim.Run);
                }
                catch (Exception failure) when (failure is TimeoutException or OrleansException or Persistence.StoreUnavailableException)
                {
                    // The next tick retries; the lease is longer than two periods.
                }
            }
        }
    }
}
