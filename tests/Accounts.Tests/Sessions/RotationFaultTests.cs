using Actors.Accounts.Accounts;
using Actors.Accounts.Tests.Kit;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Sessions;

/// <summary>Promise R7: after an interrupted rotation, the client's token or its successor is valid.</summary>
public sealed class RotationFaultTests
{
    [Fact]
    public async Task A_failed_rotation_leaves_the_token_valid()
    {
        await using var accounts = await TestAccounts.StartAsync(also: FaultyStore.Add);
        var ann = await accounts.RegisterAsync();
        var store = accounts.Services.GetRequiredService<FaultyStore>();

        store.Before = _ => throw FaultyStore.Away;
        await Should.ThrowAsync<StoreUnavailableException>(accounts.RefreshAsync(ann.Tokens.RefreshToken));
        store.Before = _ => { };

        (await accounts.RefreshAsync(ann.Tokens.RefreshToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_rotation_with_a_lost_response_is_returned_to_the_retry()
    {
        await using var accounts = await TestAccounts.StartAsync(also: FaultyStore.Add);
        var ann = await accounts.RegisterAsync();
        var store = accounts.Services.GetRequiredService<FaultyStore>();

        store.After = _ => throw FaultyStore.Away;
        await Should.ThrowAsync<StoreUnavailableException>(accounts.RefreshAsync(ann.Tokens.RefreshToken));
        store.After = _ => Task.CompletedTask;

        var pair = await accounts.RefreshAsync(ann.Tokens.RefreshToken);
        accounts.Read(pair!.RefreshToken).Counter.ShouldBe(1u);
        (await accounts.RefreshAsync(pair.RefreshToken)).ShouldNotBeNull();
    }

    // Control: with two writes, an interruption between revoking and issuing leaves no valid token.
    [Fact]
    public async Task Control_two_writes_lose_the_session()
    {
        await using var accounts = await TestAccounts.StartAsync(also: SplitStore.Add);
        var ann = await accounts.RegisterAsync();

        await Should.ThrowAsync<StoreUnavailableException>(accounts.RefreshAsync(ann.Tokens.RefreshToken));

        (await accounts.RefreshAsync(ann.Tokens.RefreshToken)).ShouldBeNull();
        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
    }

    /// <summary>Revokes the used token in one write and fails before the write that issues its successor.</summary>
    private sealed class SplitStore(IAccountStore inner) : IAccountStore
    {
        public static void Add(IServiceCollection services)
        {
            var real = services.Last(s => s.ServiceType == typeof(IAccountStore)).ImplementationType!;
            services.AddSingleton<IAccountStore>(p => new SplitStore((IAccountStore)ActivatorUtilities.CreateInstance(p, real)));
        }

        public Task<StoredAccount?> LoadAsync(Guid account, CancellationToken cancellationToken) => inner.LoadAsync(account, cancellationToken);

        public Task<AccountSecret?> SecretAsync(Guid account, CancellationToken cancellationToken) => inner.SecretAsync(account, cancellationToken);

        public async Task<long> CommitAsync(long? version, AccountChange change, CancellationToken cancellationToken)
        {
            if (version is null || change.State.Sessions is not [{ ParentHash: not null } rotated])
                return await inner.CommitAsync(version, change, cancellationToken);
            await inner.CommitAsync(version, change with { State = change.State.With(rotated with { CurrentHash = "revoked", ParentHash = null }) }, cancellationToken);
            throw FaultyStore.Away;
        }
    }
}
