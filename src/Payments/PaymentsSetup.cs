using Actors.Core.Configuration;
using Actors.Core.Startup;
using Actors.Grains.Startup;
using Actors.Outbound;
using Actors.Payments.Orders;
using Actors.Payments.Providers;
using Actors.Payments.Robokassa;
using Actors.Persistence;
using Actors.Persistence.Ids;

namespace Actors.Payments;

/// <summary>Registers payments.</summary>
public static class PaymentsSetup
{
    /// <summary>The provider whose payments an operator confirms.</summary>
    public const string Offline = OfflineProvider.ProviderName;

    /// <summary>The provider Robokassa. Development has a demo shop; other environments need <c>ROBOKASSA_LOGIN</c>.</summary>
    public const string Robokassa = RobokassaProvider.ProviderName;

    /// <summary>Adds <see cref="OrderService"/> with its providers. Storage, <see cref="IOutbound"/> and the clock must be registered separately.</summary>
    public static void AddPayments(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        var services = builder.Services;
        services.AddSchema("payments", typeof(PaymentsSetup).Assembly);
        services.AddSingleton<IPaymentProvider, OfflineProvider>();
        if (RobokassaSettings.Read(settings, builder.Environment.IsDevelopment(), builder.Environment.IsProduction()) is { } shop)
        {
            services.AddSingleton<IPaymentProvider>(all => new RobokassaProvider(shop, all.GetRequiredService<IOutbound>()));
            services.AddSingleton(new StartLine("payments", $"Robokassa, {(shop.IsTest ? "test payments" : "real payments")}, {shop.Hash}"));
        }

        services.AddSingleton<PaymentProviders>();
        services.AddSingleton(all => new OrderService(
            all.GetRequiredService<IGrainFactory>(), all.GetRequiredService<IIdSequence>(), all.GetRequiredService<IRowStore>(),
            all.GetRequiredService<IDatabase>(), all.GetRequiredService<PaymentProviders>(), all.GetServices<OrderPurpose>()));
        services.AddOutboxHandler<OrderResume>();
        services.AddStartupTasks();
        services.AddHostedService<OrderSweepStart>();
    }

    /// <summary>Registers the owner of a purpose. The purpose is stored in orders and must never change.</summary>
    public static IServiceCollection AddOrderOwner<TOwner>(this IServiceCollection services, string purpose)
        where TOwner : class, IOrderOwner => services.AddKeyedSingleton<IOrderOwner, TOwner>(purpose).AddSingleton(new OrderPurpose(purpose));
}
