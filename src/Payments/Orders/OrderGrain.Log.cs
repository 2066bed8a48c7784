namespace Actors.Payments.Orders;

internal sealed partial class OrderGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "An effect or refund of order {Order} failed and will be retried")]
    private partial void LogWorkFailed(Exception failure, long order);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Querying the payment of order {Order} failed; the provider will be asked again later")]
    private partial void LogQueryFailed(Exception failure, long order);

    [LoggerMessage(Level = LogLevel.Error, Message = "The provider reports a payment of {Paid} for order {Order}, which costs {Amount}")]
    private partial void LogWrongAmount(long order, decimal? paid, decimal amount);
}
