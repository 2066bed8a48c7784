using Actors.Payments.Providers;
using Actors.Persistence;
using Actors.Persistence.Ids;

namespace Actors.Payments.Orders;

/// <summary>What modules do with orders.</summary>
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

    /// <summary>Whether orders can be paid by this provider.</summary>
    public bool Offers(string provider) => _providers.Find(provider) is not null;

    /// <summary>
    /// An id for a new order: one sequence for all purposes and providers. Store it before <see cref="CreateAsync"/>, so that a repetition asks for
    /// the same order.
    /// </summary>
    public async Task<long> NextIdAsync(CancellationToken cancellationToken = default)
    {
        var id = await _ids.NextAsync(Sequence, cancellationToken);
        return id <= Order.MaxId ? id : throw new InvalidOperationException("All invoice numbers are used up.");
    }

    /// <summary>Makes an order and says where it is paid. Called again with the same terms it answers the same order.</summary>
    /// <exception cref="ArgumentException">The terms are at fault, or their purpose or provider is not known here.</exception>
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

    /// <summary>An order as it is stored; null when there is none. Leaves no activation behind.</summary>
    public async Task<Order?> FindAsync(long id, CancellationToken cancellationToken = default) =>
        (await _rows.ReadAsync(OrderRow.Kind, OrderRow.KeyOf(id), cancellationToken))?.State;

    /// <summary>Orders, newest first.</summary>
    public Task<OrderPage> ListAsync(OrderFilter filter, CancellationToken cancellationToken = default) => _list.ListAsync(filter, cancellationToken);

    /// <summary>What happened to an order, oldest first.</summary>
    public Task<IReadOnlyList<OrderEvent>> HistoryAsync(long id, CancellationToken cancellationToken = default) => _list.HistoryAsync(id, cancellationToken);

    /// <summary>An operator confirms that the money has come. Only for providers that leave it to operators.</summary>
    public Task<OrderAnswer> ConfirmAsync(long id, string by) => Grain(id).Confirm(by);

    /// <summary>Gives up an order that is not paid. A payment that comes all the same is honoured.</summary>
    public Task<OrderAnswer> CancelAsync(long id, string reason) => Grain(id).Cancel(reason);

    /// <summary>Returns money; the owner is told when it went back.</summary>
    /// <exception cref="ArgumentException">A text of the request is empty or too long.</exception>
    public Task<OrderAnswer> RefundAsync(long id, RefundRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (OrderTerms.IsLong(request.OperationId) || OrderTerms.IsLong(request.By)) throw new ArgumentException("A text is empty or too long.", nameof(request));
        return Grain(id).Refund(request);
    }

    /// <summary>An operator confirms that they returned the money of a refund.</summary>
    public Task<OrderAnswer> ConfirmRefundAsync(long id, int refundId, string by) => Grain(id).ConfirmRefund(refundId, by);

    internal async Task<OrderAnswer> PayAsync(PaymentClaim claim, CancellationToken cancellationToken) =>
        await FindAsync(claim.OrderId, cancellationToken) is null ? new OrderAnswer(null, OrderRefusal.Unknown) : await Grain(claim.OrderId).Pay(claim);

    private IOrderGrain Grain(long id) => _grains.GetGrain<IOrderGrain>(id);
}

/// <summary>A purpose that has an owner.</summary>
internal sealed record OrderPurpose(string Name);
