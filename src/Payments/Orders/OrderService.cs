using Actors.Payments.Providers;
using Actors.Persistence;
using Actors.Persistence.Ids;

namespace Actors.Payments.Orders;

/// <summary>Creates, reads and changes orders; the API for modules.</summary>
public sealed class OrderService
{
    private const string Sequence = "payments.orders";

    private readonly IGrainFactory _grains;
    private readonly IIdSequence _ids;
    private readonly IRowStore _rows;
    private readonly OrderList _list;
    private readonly PaymentProviders _providers;
    private readonly HashSet<string> _purposes;

    internal OrderService(
        IGrainFactory grains, IIdSequence ids, IRowStore rows, IDatabase database, PaymentProviders providers, IEnumerable<OrderPurpose> purposes)
    {
        (_grains, _ids, _rows, _list, _providers) = (grains, ids, rows, new OrderList(database), providers);
        _purposes = [.. purposes.Select(p => p.Name)];
    }

    /// <summary>True if this provider is configured.</summary>
    public bool Offers(string provider) => _providers.Find(provider) is not null;

    /// <summary>
    /// The next order id; all purposes and providers share one sequence. Store it before <see cref="CreateAsync"/>, so that a retry creates the same order.
    /// </summary>
    public async Task<long> NextIdAsync(CancellationToken cancellationToken = default)
    {
        var id = await _ids.NextAsync(Sequence, cancellationToken);
        return id <= Order.MaxId ? id : throw new InvalidOperationException("All invoice numbers are used up.");
    }

    /// <summary>Creates an order and starts its payment. A repetition with the same terms returns the same order.</summary>
    /// <exception cref="ArgumentException">The terms are not valid, or their purpose or provider is unknown.</exception>
    public Task<OrderAnswer> CreateAsync(long id, OrderTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentOutOfRangeException.ThrowIfLessThan(id, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(id, Order.MaxId);
        if (terms.Problem() is { } problem) throw new ArgumentException(problem, nameof(terms));
        if (!_purposes.Contains(terms.Purpose)) throw new ArgumentException($"No owner is registered for '{terms.Purpose}'.", nameof(terms));
        if (!Offers(terms.Provider)) throw new ArgumentException($"Payments by '{terms.Provider}' are not configured.", nameof(terms));
        return Grain(id).Create(terms);
    }

    /// <summary>The stored order; null when there is none. Creates no activation.</summary>
    public async Task<Order?> FindAsync(long id, CancellationToken cancellationToken = default) =>
        (await _rows.ReadAsync(OrderRow.Kind, OrderRow.KeyOf(id), cancellationToken))?.State;

    /// <summary>Orders, newest first.</summary>
    public Task<OrderPage> ListAsync(OrderFilter filter, CancellationToken cancellationToken = default) => _list.ListAsync(filter, cancellationToken);

    /// <summary>The history of an order, oldest first.</summary>
    public Task<IReadOnlyList<OrderEvent>> HistoryAsync(long id, CancellationToken cancellationToken = default) => _list.HistoryAsync(id, cancellationToken);

    /// <summary>Records that an operator confirmed the payment. Only for providers whose payments operators confirm.</summary>
    public Task<OrderAnswer> ConfirmAsync(long id, string by) => Grain(id).Confirm(by);

    /// <summary>Cancels an unpaid order. A late payment is still accepted.</summary>
    public Task<OrderAnswer> CancelAsync(long id, string reason) => Grain(id).Cancel(reason);

    /// <summary>Refunds money. The owner is told when the refund is done.</summary>
    /// <exception cref="ArgumentException">A text of the request is empty or too long.</exception>
    public Task<OrderAnswer> RefundAsync(long id, RefundRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (OrderTerms.IsEmptyOrTooLong(request.OperationId) || OrderTerms.IsEmptyOrTooLong(request.By)) throw new ArgumentException("A text is empty or too long.", nameof(request));
        return Grain(id).Refund(request);
    }

    /// <summary>Records that an operator returned the money of a refund.</summary>
    public Task<OrderAnswer> ConfirmRefundAsync(long id, int refundId, string by) => Grain(id).ConfirmRefund(refundId, by);

    internal async Task<OrderAnswer> PayAsync(PaymentClaim claim, CancellationToken cancellationToken) =>
        await FindAsync(claim.OrderId, cancellationToken) is null ? new OrderAnswer(null, OrderRefusal.Unknown) : await Grain(claim.OrderId).Pay(claim);

    private IOrderGrain Grain(long id) => _grains.GetGrain<IOrderGrain>(id);
}

/// <summary>A purpose with a registered owner.</summary>
internal sealed record OrderPurpose(string Name);
