namespace Actors.Payments.Orders;

internal sealed partial class OrderSweepGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider of order {Order} could not be asked; the next pass tries again")]
    private partial void LogNotAsked(Exception failure, long order);
}
