using Actors.Web.Errors;

namespace Actors.Payments.Providers;

/// <summary>Payments outside the program: an operator confirms payments and refunds.</summary>
internal sealed class OfflineProvider : IPaymentProvider
{
    public const string ProviderName = "offline";

    private static readonly NotificationReading s_none = NotificationReading.Refused(ApiError.OfStatus(StatusCodes.Status404NotFound));

    public string Name => ProviderName;

    public bool IsConfirmedByOperator => true;

    public Task<PaymentStart> StartAsync(Invoice invoice, CancellationToken cancellationToken) => Task.FromResult(new PaymentStart(null));

    public Task<NotificationReading> ReadAsync(PaymentNotification notification, CancellationToken cancellationToken) => Task.FromResult(s_none);

    public NotificationReading ReadReturn(PaymentNotification notification) => s_none;

    public Task<ProviderState> AskAsync(Invoice invoice, CancellationToken cancellationToken) =>
        Task.FromResult(new ProviderState(ProviderStateKind.Pending));

    public Task<RefundResult> RefundAsync(Invoice invoice, string operationId, decimal amount, CancellationToken cancellationToken) =>
        Task.FromResult(RefundResult.ByOperator);
}
