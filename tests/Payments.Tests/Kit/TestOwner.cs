using System.Collections.Immutable;
using Actors.Payments.Orders;
using Actors.Persistence;

namespace Actors.Payments.Tests.Kit;

/// <summary>The state of the test's module: applied operation ids and their result, in one row.</summary>
internal sealed record Wallet
{
    public static readonly RowKind<Wallet> Kind = new("test_wallets", StoredJson.TypeInfo<Wallet>());

    public ImmutableArray<string> Operations { get; init; } = [];

    public int Payments { get; init; }

    public decimal Balance { get; init; }
}

/// <summary>An owner with faults that a test can inject.</summary>
internal sealed class TestOwner(IRowStore rows, OwnerFaults faults) : IOrderOwner
{
    public const string Purpose = "tests";

    public async Task<OwnerAnswer> ApplyAsync(OrderEffect effect, CancellationToken cancellationToken)
    {
        faults.Calls.Add(effect.OperationId);
        await faults.Before(effect);
        if (faults.ReturnsMoney && effect.Kind == OrderEffectKind.Paid) return OwnerAnswer.ReturnMoney;
        var key = effect.Order.Terms.OwnerKey;
        var stored = await rows.ReadAsync(Wallet.Kind, key, cancellationToken);
        var wallet = stored?.State ?? new Wallet();
        if (!faults.ChecksOperations || !wallet.Operations.Contains(effect.OperationId))
        {
            var isPayment = effect.Kind == OrderEffectKind.Paid;
            var next = wallet with
            {
                Operations = wallet.Operations.Add(effect.OperationId),
                Payments = wallet.Payments + (isPayment ? 1 : 0),
                Balance = wallet.Balance + (isPayment ? effect.Amount : -effect.Amount),
            };
            await rows.CommitAsync(new WriteSet().Put(Wallet.Kind, key, next, stored?.Version), cancellationToken);
        }

        await faults.After(effect);
        return OwnerAnswer.Applied;
    }
}

/// <summary>The faults of the owner, and the number of its calls.</summary>
internal sealed class OwnerFaults
{
    public System.Collections.Concurrent.ConcurrentBag<string> Calls { get; } = [];

    /// <summary>Runs before anything is stored; may throw or hang.</summary>
    public Func<OrderEffect, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs after the effect is stored; may throw or hang, so that the response is lost.</summary>
    public Func<OrderEffect, Task> After { get; set; } = _ => Task.CompletedTask;

    public bool ReturnsMoney { get; set; }

    /// <summary>False for a negative control: repetitions are applied again.</summary>
    public bool ChecksOperations { get; set; } = true;
}
