using System.Reflection;
using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Core.Holding;
using Actors.Persistence.Dump;
using Actors.Persistence.Holding;
using Actors.Persistence.Ids;
using Actors.Persistence.Locking;
using Actors.Persistence.Migrations;
using Actors.Persistence.Outbox;
using Actors.Persistence.Postgres;
using Actors.Persistence.Sqlite;
using Actors.Persistence.Writing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Persistence;

/// <summary>Registers the database and its services.</summary>
public static class StorageServices
{
    /// <summary>Adds PostgreSQL if <c>DATABASE_URL</c> is set, otherwise the SQLite file <c>DATA_DIR/actors.db</c>: <see cref="IRowStore"/>,
    /// <see cref="IDatabase"/>, <see cref="IIdSequence"/>, the schema at start, the outbox.</summary>
    /// <param name="builder">The program.</param>
    /// <param name="settings">DATABASE_URL, DATA_DIR and REDIS_URL.</param>
    public static void AddStorage(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        DapperTypes.Register();
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        var storage = StorageSettings.Of(builder.Configuration, settings.Problems);
        services.AddSingleton(storage);
        services.AddSingleton(storage.Line);
        services.AddSingleton(provider => EngineOf(provider.GetRequiredService<StorageSettings>()));
        services.AddSingleton(provider => new BatchingWriter(provider.GetRequiredService<IEngine>()));
        services.AddSingleton<RowStore>();
        services.AddSingleton<IRowStore>(provider => provider.GetRequiredService<RowStore>());
        services.AddSingleton<IDatabase>(provider => provider.GetRequiredService<RowStore>());
        services.AddSingleton<IIdSequence>(provider => new IdSequence(provider.GetRequiredService<RowStore>()));
        services.AddSingleton(LockOf);
        services.AddSingleton<SchemaRunner>();
        services.AddSchema("storage", typeof(StorageServices).Assembly);
        services.AddSingleton<StorageStartup>();
        services.AddHostedService(provider => provider.GetRequiredService<StorageStartup>());
        services.AddCommand<MigrateCommand>().AddCommand<ExportCommand>().AddCommand<ImportCommand>().AddCommand<HoldCommand>().AddCommand<ReleaseCommand>();
        services.AddSingleton<StoreHold>();
        services.AddSingleton<IHeldStore>(provider => provider.GetRequiredService<StoreHold>());
        services.AddOutbox();
    }

    /// <summary>
    /// Acquires the store lock and upgrades the schema now, without a host or before it starts: for offline commands, and to refuse a second start
    /// early. Otherwise the start of the host does it.
    /// </summary>
    /// <exception cref="AlreadyRunningException">Another program uses the store exclusively.</exception>
    /// <exception cref="SchemaException">The database does not fit this program.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be reached or used.</exception>
    public static Task ReadyStorageAsync(this IServiceProvider services, StoreNeed need = StoreNeed.Upgraded, CancellationToken cancellationToken = default) =>
        services.GetRequiredService<StorageStartup>().ReadyAsync(need, cancellationToken);

    /// <summary>Registers the prompts of <c>export</c> and <c>import</c>.</summary>
    public static IServiceCollection AddStoragePrompts(this IServiceCollection services) => services
        .AddSingleton<ICommandPrompt>(new FilePrompt(ExportCommand.Syntax))
        .AddSingleton<ICommandPrompt>(new FilePrompt(ImportCommand.Syntax));

    /// <summary>
    /// Adds a module's numbered scripts: embedded resources <c>*.Schema.NNN-name.sql</c>, applied at start-up before the database is used. Applied
    /// scripts and module names must never change.
    /// </summary>
    public static IServiceCollection AddSchema(this IServiceCollection services, string module, Assembly assembly) =>
        services.AddSingleton(SchemaModule.Of(module, assembly));

    /// <summary>Adds the handler of an outbox topic.</summary>
    public static IServiceCollection AddOutboxHandler<THandler>(this IServiceCollection services)
        where THandler : class, IOutboxHandler => services.AddSingleton<IOutboxHandler, THandler>();

    private static IEngine EngineOf(StorageSettings settings) => settings.ConnectionString is { } connection
        ? new PostgresEngine(connection)
        : new SqliteEngine(new SqliteFile(settings.SqliteFile));

    private static IStoreLock LockOf(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<StorageSettings>();
        var folder = new FileLock(settings.DataDirectory);
        return settings.ConnectionString is { } connection
            ? new BothLocks(folder, ActivatorUtilities.CreateInstance<PostgresLock>(provider, connection))
            : folder;
    }

    private static IServiceCollection AddOutbox(this IServiceCollection services)
    {
#pragma warning disable RS0030 // the only use of unseeded randomness: tests create their own Backoff
        services.AddSingleton(_ => new Backoff(Random.Shared));
#pragma warning restore RS0030
        services.AddSingleton(provider => new OutboxRows(provider.GetRequiredService<RowStore>()));
        services.AddSingleton<OutboxDispatcher>();
        return services.AddHostedService<OutboxService>();
    }
}
