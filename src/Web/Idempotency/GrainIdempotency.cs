namespace Actors.Web.Idempotency;

/// <summary>Uses one <see cref="IIdempotencyGrain"/> for each key.</summary>
internal sealed class GrainIdempotency(IGrainFactory grains) : IIdempotency
{
    public Task<IdempotencyVerdict> BeginAsync(string key, string fingerprint, Guid run) => GrainOf(key).Begin(fingerprint, run);

    public Task<IdempotencyVerdict> PeekAsync(string key, string fingerprint) => GrainOf(key).Peek(fingerprint);

    public Task RenewAsync(string key, Guid run) => GrainOf(key).Renew(run);

    public Task<bool> CompleteAsync(string key, Guid run, string fingerprint, StoredAnswer answer) =>
        GrainOf(key).Complete(run, fingerprint, answer);

    public Task AbandonAsync(string key, Guid run) => GrainOf(key).Abandon(run);

    private IIdempotencyGrain GrainOf(string key) => grains.GetGrain<IIdempotencyGrain>(key);
}
