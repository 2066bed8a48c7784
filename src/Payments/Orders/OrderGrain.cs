using Actors.Payments.Providers;
using Actors.Persistence;

namespace Actors.Payments.Orders;

/// <summary>
/// Holds one order. A decision is stored before its owner or provider is told, and stored work is repeated until it is confirmed: first by this
/// activation, otherwise by the outbox message of the same commit.
/// </summary>
internal sealed partial class OrderGrain(
    IRowStore rows, PaymentProviders providers, IServiceProvider services, TimeProvider timeProvider, ILogger<OrderGrain> logger) : Grain, IOrderGrain
{
    /// <summary>The timeout of one call to an owner or a provider; shorter than the timeout of grain calls.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    private Order? _order;
    private long? _version;

    private long Id => this.GetPrimaryKeyLong();

    private DateTimeOffset Now => timeProvider.GetUtcNow();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (await rows.ReadAsync(OrderRow.Kind, OrderRow.KeyOf(Id), cancellationToken) is { } stored) (_order, _version) = (stored.State, stored.Version);
    }

    public async Task<OrderAnswer> Create(OrderTerms terms)
    {
        if (_order is null) await CommitAsync(OrderRules.Create(Id, terms, providers.Of(terms.Provider).IsTest, Now));
        if (!_order!.Terms.IsSameOrder(terms)) return new OrderAnswer(null, OrderRefusal.OtherTerms);
        if (_order.Status == OrderStatus.Created) await StartAsync(_order);
        return new OrderAnswer(_order);
    }

    public async Task<OrderAnswer> Pay(PaymentClaim claim)
    {
        if (Find() is not { } order) return Refused(OrderRefusal.Unknown);
        if (order.Check(claim) is { } refusal) return Refused(refusal);
        if (!order.IsPaid) await CommitAsync(order.Paid(claim.Reference, null, Now));
        await WorkAsync();
        return new OrderAnswer(_order);
    }

    public async Task<OrderAnswer> Confirm(string by)
    {
        if (Find() is not { } order) return Refused(OrderRefusal.Unknown);
        if (!providers.Of(order.Terms.Provider).IsConfirmedByOperator) return Refused(OrderRefusal.NotByOperator);
        if (!order.IsPaid) await CommitAsync(order.Paid(null, by, Now));
        await WorkAsync();
        return new OrderAnswer(_order);
    }

    public async Task<OrderAnswer> Cancel(string reason)
    {
        if (Find() is not { } order) return Refused(OrderRefusal.Unknown);
        if (order.IsPaid) return Refused(OrderRefusal.Paid);
        if (order.Status is OrderStatus.Created or OrderStatus.Pending) await CommitAsync(order.Cancelled(reason, Now));
        return new OrderAnswer(_order);
    }

    public async Task<OrderAnswer> Refund(RefundRequest request)
    {
        if (Find() is not { } order) return Refused(OrderRefusal.Unknown);
        if (!order.IsPaid) return Refused(OrderRefusal.NotPaid);
        if (!order.Refunds.Any(r => r.OperationId == request.OperationId))
        {
            var amount = request.Amount ?? order.RefundableAmount;
            if (amount <= 0 || amount > order.RefundableAmount || decimal.Round(amount, 2) != amount || order.Refunds.Length >= OrderRules.MaxRefunds)
                return Refused(OrderRefusal.WrongAmount);
            await CommitAsync(order.RefundRequested(request, amount, Now));
        }

        await WorkAsync();
        return new OrderAnswer(_order);
    }

    public async Task<OrderAnswer> ConfirmRefund(int refundId, string by)
    {
        if (Find() is not { } order) return Refused(OrderRefusal.Unknown);
        var refund = order.Refunds.FirstOrDefault(r => r.Id == refundId);
        if (refund is not { Status: RefundStatus.AwaitsOperator or RefundStatus.Done }) return Refused(OrderRefusal.NoRefund);
        if (refund.Status == RefundStatus.AwaitsOperator) await CommitAsync(order.RefundDone(refund, by, Now));
        await WorkAsync();
        return new OrderAnswer(_order);
    }

    public async Task Ask()
    {
        if (Find() is not { IsPaid: false, NextAsk: { } due } order || due > Now) return;
        try
        {
            if (order.Status == OrderStatus.Created) await StartAsync(order);
            else await AskAsync(order, providers.Of(order.Terms.Provider));
        }
        catch (Exception failure) when (ReferenceEquals(_order, order))
        {
            // Nothing was stored. The backoff keeps a failing order from delaying others.
            LogQueryFailed(failure, Id);
            await CommitAsync(order.StillUnpaid(Now));
        }
    }

    public Task<bool> Resume() => Find() is null ? Task.FromResult(true) : WorkAsync();

    private async Task AskAsync(Order order, IPaymentProvider provider)
    {
        var state = await WithTimeoutAsync(cancellationToken => provider.AskAsync(order.Invoice, cancellationToken));
        if (state.Kind == ProviderStateKind.Paid && state.Amount != order.Terms.Amount) LogWrongAmount(Id, state.Amount, order.Terms.Amount);
        await CommitAsync(state switch
        {
            { Kind: ProviderStateKind.Paid } when state.Amount == order.Terms.Amount => order.Paid(null, null, Now),
            { Kind: ProviderStateKind.Failed } when order.Status == OrderStatus.Pending => order.Failed(state.Detail, Now),
            _ => order.StillUnpaid(Now),
        });
        await WorkAsync();
    }

    private async Task StartAsync(Order order)
    {
        var provider = providers.Of(order.Terms.Provider);
        var start = await WithTimeoutAsync(cancellationToken => provider.StartAsync(order.Invoice, cancellationToken));
        await CommitAsync(start.Refusal is null ? order.Started(start, !provider.IsConfirmedByOperator, Now) : order.Failed(start.Refusal, Now));
        if (!start.IsPaid) return;
        await CommitAsync(_order!.Paid(start.Reference, null, Now));
        await WorkAsync();
    }

    /// <summary>Passes open effects to the owner, in order, and requested refunds to the provider. The outbox retries after a failure.</summary>
    private async Task<bool> WorkAsync()
    {
        try
        {
            while (_order is { } order)
            {
                if (order.OpenEffects is [var effect, ..]) await TellOwnerAsync(order, effect);
                else if (order.Refunds.FirstOrDefault(r => r.Status == RefundStatus.Requested) is { } refund) await ReturnMoneyAsync(order, refund);
                else break;
            }

            return true;
        }
        catch (Exception failure)
        {
            LogWorkFailed(failure, Id);
            return false;
        }
    }

    private async Task TellOwnerAsync(Order order, OpenEffect effect)
    {
        var owner = services.GetRequiredKeyedService<IOrderOwner>(order.Terms.Purpose);
        var answer = await WithTimeoutAsync(cancellationToken => owner.ApplyAsync(order.EffectOf(effect), cancellationToken));
        var declines = answer == OwnerAnswer.ReturnMoney && effect.Kind == OrderEffectKind.Paid;
        await CommitAsync(declines ? order.Declined(Now) : order.Applied(effect, Now));
    }

    private async Task ReturnMoneyAsync(Order order, Refund refund)
    {
        var provider = providers.Of(order.Terms.Provider);
        var result = await WithTimeoutAsync(
            cancellationToken => provider.RefundAsync(order.Invoice, order.OperationOf(refund.Id), refund.Amount, cancellationToken));
        await CommitAsync(result switch
        {
            RefundResult.Done => order.RefundDone(refund, null, Now),
            RefundResult.ByOperator => order.RefundHandedOver(refund, Now),
            _ => order.RefundRefused(refund, Now),
        });
    }

    // A call that timed out may still take effect, so it is repeated with the same operation id.
    private async Task<T> WithTimeoutAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        using var limit = new CancellationTokenSource(CallTimeout, timeProvider);
        return await call(limit.Token).WaitAsync(limit.Token);
    }

    private async Task CommitAsync(OrderChange change)
    {
        try
        {
            await rows.CommitAsync(OrderRow.Write(change, _version));
            (_order, _version) = (change.Order, (_version ?? 0) + 1);
        }
        catch
        {
            // The write may or may not be stored: the next call reads the stored order.
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>A call for an unknown order leaves no activation behind.</summary>
    private Order? Find()
    {
        if (_order is null) DeactivateOnIdle();
        return _order;
    }

    private OrderAnswer Refused(OrderRefusal refusal) => new(_order, refusal);
}
