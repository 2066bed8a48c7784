using Actors.Administration.Audit;
using Actors.Administration.Settings;
using Actors.Core.Administration;
using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Persistence;
using Actors.Persistence.Outbox;
using Actors.Web.Errors;
using Actors.Web.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProgramSettings = Actors.Core.Configuration.Settings;

namespace Actors.Administration;

/// <summary>Runtime settings and the audit log.</summary>
public static class AdministrationModule
{
    /// <summary>Registers the module. Storage and clock must be registered separately.</summary>
    public static void AddAdministration(this IHostApplicationBuilder builder, ProgramSettings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        builder.Services.AddSchema("administration", typeof(AdministrationModule).Assembly);
        builder.Services.Configure<DialectTable>(table => table
            .Add(SettingEndpoints.Prefix, ErrorDialect.FastApi).Add(AuditEndpoints.Prefix, ErrorDialect.FastApi));
        AddSettings(builder.Services);
        AddAudit(builder, settings);
    }

    /// <summary>Maps the module's routes.</summary>
    public static void MapAdministration(this IEndpointRouteBuilder routes)
    {
        routes.MapSettings();
        routes.MapAudit();
    }

    private static void AddSettings(IServiceCollection services)
    {
        services.AddSingleton<SettingStore>();
        services.AddSingleton<SettingValues>();
        services.AddSingleton<ISettingValues>(provider => provider.GetRequiredService<SettingValues>());
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(provider => provider.GetRequiredService<SettingValues>());
    }

    private static void AddAudit(IHostApplicationBuilder builder, ProgramSettings settings)
    {
        var (directory, membership) = (DataDirectory.Of(builder.Configuration), MembershipSetting.Of(builder.Configuration));
        var services = builder.Services;
        services.AddSingleton<AuditStore>();
        services.AddSingleton(provider => new AnchorFile(
            provider.GetRequiredService<AuditStore>(), directory, membership, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton(new AuditZone(settings.Zone("DEFAULT_TIMEZONE", "Europe/Moscow")));
        services.AddSingleton<AuditLog>();
        services.AddSingleton<IAuditLog>(provider => provider.GetRequiredService<AuditLog>());
        services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<AuditLog>());
        services.AddSetting(DenialLog.PerMinute);
        services.AddSingleton<IDenialLog, DenialLog>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, AnchorLoop>();
        services.AddCommand<AuditCommand>();
    }
}
