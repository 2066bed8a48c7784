namespace Actors.Payments.Orders;

internal sealed partial class OrderSweepGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Querying the payment of order {Order} failed; the next sweep will retry")]
    private partial void LogQueryFailed(Exception failure, long order);
}
