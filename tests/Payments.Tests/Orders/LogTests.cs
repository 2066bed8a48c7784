using System.Collections.Concurrent;
using Actors.Payments.Orders;
using Actors.Payments.Tests.Kit;
using Microsoft.Extensions.Logging;

namespace Actors.Payments.Tests.Orders;

public sealed class LogTests
{
    private static readonly string[] s_secrets = ["secret-one", "secret-two", "test-secret-one", "test-secret-two", "ann@example.com", "buyer@example.com"];

    [Fact]
    public async Task No_password_signature_or_address_is_logged()
    {
        using var log = new Lines();
        await using var payments = await TestPayments.StartAsync(log: log, changes:
        [
            ("ROBOKASSA_PASSWORD1", s_secrets[0]), ("ROBOKASSA_PASSWORD2", s_secrets[1]), ("ROBOKASSA_TEST_PASSWORD1", s_secrets[2]),
            ("ROBOKASSA_TEST_PASSWORD2", s_secrets[3]), ("Logging:LogLevel:Default", "Trace"),
        ]);
        var order = await payments.OrderAsync(TestPayments.Terms() with { Email = s_secrets[5] });
        var form = TestPayments.Notification(order, password: s_secrets[1]);
        payments.Owner.Before = _ => throw new InvalidOperationException("away");
        (await payments.PostAsync(form)).Status.ShouldBe(503);
        payments.Owner.Before = _ => Task.CompletedTask;
        (await payments.PostAsync(form)).Status.ShouldBe(200);
        (await payments.PostAsync(TestPayments.Notification(order))).Status.ShouldBe(422);
        await payments.Orders.RefundAsync(order.Id, new RefundRequest("r", "operator"));

        log.All.ShouldContain(line => line.Contains($"order {order.Id}", StringComparison.Ordinal));
        log.All.ShouldContain(line => line.StartsWith("Notification from robokassa refused with 422: The signature is wrong", StringComparison.Ordinal));
        foreach (var secret in s_secrets.Append(form["SignatureValue"]))
            log.All.Where(line => line.Contains(secret, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    private sealed class Lines : ILoggerProvider
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Sink(this);

        public void Dispose()
        {
        }

        private sealed class Sink(Lines owner) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                owner.All.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
