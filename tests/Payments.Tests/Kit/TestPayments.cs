using System.Globalization;
using Actors.Core.Configuration;
using Actors.Hosting.Membership;
using Actors.Hosting.Storage;
using Actors.Outbound;
using Actors.Payments.Orders;
using Actors.Payments.Providers;
using Actors.Payments.Robokassa;
using Actors.Persistence;
using Actors.TestKit;
using Actors.Web.Errors;
using Actors.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Payments.Tests.Kit;

/// <summary>A program with payments and a test module, with a real listener and its own database.</summary>
internal sealed class TestPayments : IAsyncDisposable
{
    public const string Webhook = "/api/v1/subscriptions/webhook/robokassa";
    public const string Return = "/return";
    public const string Login = "shop";

    private readonly WebApplication _app;
    private readonly TempFolder? _owned;

    private TestPayments(WebApplication app, TempFolder? owned)
    {
        (_app, _owned) = (app, owned);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()), Timeout = TimeSpan.FromMinutes(2) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public OrderService Orders => Services.GetRequiredService<OrderService>();

    public OwnerFaults Owner => Services.GetRequiredService<OwnerFaults>();

    /// <summary>Starts the program; a given folder or database can be reused by the next one.</summary>
    public static async Task<TestPayments> StartAsync(
        string? folder = null, string? database = null, TimeProvider? timeProvider = null, OwnerFaults? faults = null,
        Action<IServiceCollection>? also = null, ILoggerProvider? log = null, string environment = "Production", params (string Name, string? Value)[] changes)
    {
        var owned = folder is null ? new TempFolder("payments") : null;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        if (log is not null) builder.Logging.AddProvider(log);
        builder.Configuration.AddInMemoryCollection(
        [
            new("DATA_DIR", folder ?? owned!.Folder), new("DATABASE_URL", database), new("ROBOKASSA_LOGIN", Login),
            new("ROBOKASSA_PASSWORD1", "first"), new("ROBOKASSA_PASSWORD2", "second"),
            new("ROBOKASSA_TEST_PASSWORD1", "test first"), new("ROBOKASSA_TEST_PASSWORD2", "test second"),
        ]);
        builder.Configuration.AddInMemoryCollection(changes.Select(c => KeyValuePair.Create(c.Name, c.Value)));
        builder.Services.AddSingleton(timeProvider ?? TimeProvider.System).AddSingleton(faults ?? new OwnerFaults());
        var settings = new Settings(builder.Configuration, new ConfigurationProblems());
        builder.AddStorage(settings);
        builder.AddOutbound(settings);
        builder.Services.AddSchema("tests", typeof(TestPayments).Assembly);
        builder.AddPayments(settings);
        builder.Services.AddOrderOwner<TestOwner>(TestOwner.Purpose);
        builder.UseOrleans(static silo => silo.UseSingleSilo().UseDatabaseState());
        also?.Invoke(builder.Services);
        builder.Services.AddEngineClock();
        settings.Problems.ThrowIfAny();
        var app = builder.Build();
        app.UseRequestIds();
        app.UseApiErrors();
        app.MapPaymentNotifications(Webhook, PaymentsSetup.Robokassa).WithErrors(ErrorDialect.LoveParser);
        app.MapPaymentNotifications("/offline", PaymentsSetup.Offline).WithErrors(ErrorDialect.FastApi);
        app.MapPaymentReturn(Return, PaymentsSetup.Robokassa).WithErrors(ErrorDialect.LoveParser);
        await app.StartAsync();
        return new TestPayments(app, owned);
    }

    public static OrderTerms Terms(decimal amount = 450m, string key = "ann", string provider = PaymentsSetup.Robokassa) => new()
    {
        Purpose = TestOwner.Purpose, OwnerKey = key, Payer = "ann", Provider = provider, Amount = amount, Description = "Month",
    };

    /// <summary>Creates a pending order.</summary>
    public async Task<Order> OrderAsync(OrderTerms? terms = null)
    {
        var answer = await Orders.CreateAsync(await Orders.NextIdAsync(), terms ?? Terms());
        answer.Refusal.ShouldBeNull();
        return answer.Order!;
    }

    public async Task<Order> FindAsync(long id) => (await Orders.FindAsync(id)).ShouldNotBeNull();

    public async Task<Wallet> WalletAsync(string key = "ann") =>
        (await Services.GetRequiredService<IRowStore>().ReadAsync(Wallet.Kind, key))?.State ?? new Wallet();

    public Task<OrderAnswer> PayAsync(Order order, decimal? amount = null) => Orders.PayAsync(
        new PaymentClaim(order.Id, order.Terms.Provider, amount ?? order.Terms.Amount, order.IsTest), CancellationToken.None);

    /// <summary>A notification as Robokassa sends it.</summary>
    public static Dictionary<string, string> Notification(Order order, string? outSum = null, string password = "second", string hash = "md5")
    {
        var id = order.Id.ToString(CultureInfo.InvariantCulture);
        var sum = outSum ?? order.Terms.Amount.ToString("0.000000", CultureInfo.InvariantCulture);
        return new Dictionary<string, string>
        {
            ["OutSum"] = sum, ["InvId"] = id, ["Fee"] = "0.00", ["EMail"] = "ann@example.com", ["PaymentMethod"] = "BankCard",
            ["SignatureValue"] = new RobokassaSigner(hash).Sign([sum, id], password).ToUpperInvariant(),
        };
    }

    public async Task<(int Status, string Body, string? Type)> PostAsync(IEnumerable<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await PostAsync(content);
    }

    public async Task<(int Status, string Body, string? Type)> PostAsync(HttpContent content)
    {
        using var answer = await Client.PostAsync(new Uri(Webhook, UriKind.Relative), content);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _owned?.Dispose();
    }
}
