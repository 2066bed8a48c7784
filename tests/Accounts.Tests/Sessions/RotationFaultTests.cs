using Actors.Accounts.Accounts;
using Actors.Accounts.Tests.Kit;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Sessions;

/// <summary>Promise R7: wherever a rotation is cut off, the client's token or its successor is good.</summary>
public sealed class RotationFaultTests
{
    [Fact]
    public async Task A_rotation_that_was_not_stored_leaves_the_token_good()
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
    public async Task A_rotation_that_was_stored_and_not_acknowledged_is_handed_out_to_the_next_try()
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

    // The control: old token revoked in one write, new one issued in another. Cut off between them, nobody has a token that works.
    [Fact]
    public async Task With_the_write_split_in_two_a_cut_between_them_loses_the_session()
    {
        await using var accounts = await TestAccounts.StartAsync(also: SplitStore.Add);
        var ann = await accounts.RegisterAsync();

        await Should.ThrowAsync<StoreUnavailableException>(accounts.RefreshAsync(ann.Tokens.RefreshToken));

        (await accounts.RefreshAsync(ann.Tokens.RefreshToken)).ShouldBeNull();
        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
    }

    /// <summary>Revokes the used token in a write of its own, and is killed before the one that issues its successor.</summary>
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
