namespace Actors.Payments.Orders;

internal sealed partial class OrderGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "An effect or a refund of order {Order} could not be carried out; it is tried again")]
    private partial void LogWorkFailed(Exception failure, long order);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What became of order {Order} could not be found out; its provider is asked again later")]
    private partial void LogNotAsked(Exception failure, long order);

    [LoggerMessage(Level = LogLevel.Error, Message = "The provider reports {Paid} as paid for order {Order}, which costs {Amount}")]
    private partial void LogOtherAmount(long order, decimal? paid, decimal amount);
}
