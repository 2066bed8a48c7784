using Actors.Accounts.Accounts;
using Actors.Accounts.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.SignIn;

/// <summary>
/// Promise S1 without a clock: a failed attempt reads the same rows and activates no grain, whether or not the account exists or is in memory.
/// </summary>
public sealed class ColdAccountTests : IDisposable
{
    private readonly TempFolder _folder = new("cold");
    private int _reads;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_failed_attempt_reads_one_account_row()
    {
        var (cold, warm) = await RegisterAsync();
        await using var accounts = await StartAsync();
        (await accounts.Account(warm.AccountId).Card()).ShouldNotBeNull();

        (await FailAsync(accounts, "nobody")).ShouldBe(1);
        (await FailAsync(accounts, "warm")).ShouldBe(1);
        (await FailAsync(accounts, "cold")).ShouldBe(1);

        _reads = 0;
        (await accounts.Account(cold.AccountId).Card()).ShouldNotBeNull();
        _reads.ShouldBe(1, "the attempt had left it where it was");
    }

    [Fact]
    public async Task A_failed_attempt_reads_no_sessions()
    {
        var (cold, _) = await RegisterAsync();
        await using var accounts = await StartAsync();
        var store = accounts.Services.GetRequiredService<IAccountStore>();
        await ManySessions.AddAsync(store, cold.AccountId);
        var loads = 0;
        accounts.Services.GetRequiredService<FaultyStore>().Loading = () => loads++;

        (await FailAsync(accounts, "cold")).ShouldBe(1);
        loads.ShouldBe(0);
        Parts((await store.SecretAsync(cold.AccountId))!).ShouldBe(Parts((await store.LoadAsync(cold.AccountId))!.State.Secret()));

        (await accounts.SignInAsync(TestAccounts.Person("cold"))).ShouldNotBeNull("the right password is still right");
        (await store.LoadAsync(cold.AccountId))!.State.Sessions.Length.ShouldBe(AccountGrain.MaxSessions);
    }

    // Control: asking the grain would read a row only for accounts that are not in memory.
    [Fact]
    public async Task Control_asking_the_grain_reveals_the_account()
    {
        var (cold, warm) = await RegisterAsync();
        await using var accounts = await StartAsync();
        await accounts.Account(warm.AccountId).Secret();
        _reads = 0;

        await accounts.Account(warm.AccountId).Secret();
        _reads.ShouldBe(0);
        await accounts.Account(cold.AccountId).Secret();
        _reads.ShouldBe(1);
    }

    private static (string?, long, string) Parts(AccountSecret secret) => (secret.Hash, secret.Version, string.Join(' ', secret.Networks));

    private async Task<(SignedIn Cold, SignedIn Warm)> RegisterAsync()
    {
        await using var accounts = await TestAccounts.StartAsync(folder: _folder);
        return (await accounts.RegisterAsync("cold"), await accounts.RegisterAsync("warm"));
    }

    private async Task<TestAccounts> StartAsync()
    {
        var accounts = await TestAccounts.StartAsync(also: FaultyStore.Add, folder: _folder);
        accounts.Services.GetRequiredService<FaultyStore>().Reading = () => Interlocked.Increment(ref _reads);
        return accounts;
    }

    private async Task<int> FailAsync(TestAccounts accounts, string name)
    {
        _reads = 0;
        (await accounts.SignInAsync(TestAccounts.Person(name, "wrong"))).ShouldBeNull();
        return _reads;
    }
}
