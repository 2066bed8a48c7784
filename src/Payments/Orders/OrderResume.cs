using System.Globalization;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Payments.Orders;

/// <summary>Outbox handler that lets an order finish its stored work.</summary>
internal sealed class OrderResume(IGrainFactory grains) : IOutboxHandler
{
    public string Topic => OrderRow.Topic;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var order = long.Parse(message.Document, CultureInfo.InvariantCulture);
        if (!await grains.GetGrain<IOrderGrain>(order).Resume().WaitAsync(cancellationToken))
            throw new InvalidOperationException($"Order {order} has unfinished work.");
    }
}
