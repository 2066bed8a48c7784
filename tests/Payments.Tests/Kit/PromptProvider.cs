using System.Collections.Concurrent;
using Actors.Payments.Providers;

namespace Actors.Payments.Tests.Kit;

/// <summary>A provider that has the money at once, such as a balance, and returns it by itself. It may fail before or after it did so.</summary>
internal sealed class PromptProvider : IPaymentProvider
{
    public const string ProviderName = "prompt";

    public string Name => ProviderName;

    public bool Fails { get; set; }

    /// <summary>Called when a refund is made, and may throw: its answer is lost.</summary>
    public Action AfterRefund { get; set; } = () => { };

    public RefundResult Refund { get; set; } = RefundResult.Done;

    /// <summary>The operation ids of all refunds that were asked for.</summary>
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
