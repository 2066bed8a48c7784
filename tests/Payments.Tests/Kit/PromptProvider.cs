using System.Collections.Concurrent;
using Actors.Payments.Providers;

namespace Actors.Payments.Tests.Kit;

/// <summary>A provider that is paid at once, like a balance, and refunds by itself. It can fail before or after a refund.</summary>
internal sealed class PromptProvider : IPaymentProvider
{
    public const string ProviderName = "prompt";

    public string Name => ProviderName;

    public bool Fails { get; set; }

    /// <summary>Is called after a refund; throwing simulates a lost response.</summary>
    public Action AfterRefund { get; set; } = () => { };

    public RefundResult Refund { get; set; } = RefundResult.Done;

    /// <summary>The operation ids of all requested refunds.</summary>
    public ConcurrentQueue<string> Refunds { get; } = [];

    public Task<PaymentStart> StartAsync(Invoice invoice, CancellationToken cancellationToken) =>
        Fails ? throw new TimeoutException() : Task.FromResult(new PaymentStart(null) { IsPaid = true });

    public Task<NotificationReading> ReadAsync(PaymentNotification notification, CancellationToken cancellationToken) => throw new NotSupportedException();

    public NotificationReading ReadReturn(PaymentNotification notification) => throw new NotSupportedException();

    public Task<ProviderState> AskAsync(Invoice invoice, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<RefundResult> RefundAsync(Invoice invoice, string operationId, decimal amount, CancellationToken cancellationToken)
    {
        Refunds.Enqueue(operationId);
        if (Fails) throw new TimeoutException();
        AfterRefund();
        return Task.FromResult(Refund);
    }
}
