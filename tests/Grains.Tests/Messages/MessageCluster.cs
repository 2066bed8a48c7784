using Actors.Grains.Messages;
using Actors.Persistence;
using Actors.Persistence.Migrations;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.TestingHost;

namespace Actors.Grains.Tests.Messages;

/// <summary>Several silos on one database. A test can block notifications, and its clock drives the renewals.</summary>
internal sealed class MessageCluster : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly TestStore _store;
    private readonly InProcessTestCluster _cluster;
    private readonly Dictionary<int, SiloMessages> _messages = [];

    private MessageCluster(TestDatabase database, TestStore store, int silos)
    {
        (_database, _store) = (database, store);
        Rows = new MessageRows(store.Rows, store.Rows);
        var builder = new InProcessTestClusterBuilder((short)silos) { Options = { ConfigureFileLogging = false, InitializeClientOnDeploy = false } };
        builder.ConfigureSiloHost((_, silo) => silo.Logging.SetMinimumLevel(LogLevel.None));
        builder.ConfigureSilo((_, silo) => silo.AddOutgoingGrainCallFilter(Line).Services.AddSingleton(Rows));
        _cluster = builder.Build();
    }

    public ManualTimeProvider Clock { get; } = new();

    public MessageRows Rows { get; }

    public IDatabase Database => _store.Rows;

    /// <summary>Drops notifications while they are blocked.</summary>
    public NotificationLine Line { get; } = new();

    public IGrainFactory Grains => _cluster.GetSiloServiceProvider(_cluster.Silos[0].SiloAddress).GetRequiredService<IGrainFactory>();

    public static async Task<MessageCluster> StartAsync(int silos = 1, string provider = "sqlite")
    {
        var database = await TestDatabase.CreateAsync(provider);
        var store = await database.OpenAsync(SchemaModule.Of("messages", typeof(SiloMessages).Assembly));
        var cluster = new MessageCluster(database, store, silos);
        await cluster._cluster.DeployAsync();
        return cluster;
    }

    public SiloMessages On(int silo)
    {
        if (!_messages.TryGetValue(silo, out var messages))
        {
            var grains = _cluster.GetSiloServiceProvider(_cluster.Silos[silo].SiloAddress).GetRequiredService<IGrainFactory>();
            _messages.Add(silo, messages = new SiloMessages(grains, Clock, NullLogger<SiloMessages>.Instance));
        }

        return messages;
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _store.DisposeAsync();
        await _database.DisposeAsync();
    }

    internal sealed class NotificationLine : IOutgoingGrainCallFilter
    {
        public bool IsCut { get; set; }

        public Task Invoke(IOutgoingGrainCallContext context) =>
            IsCut && context.MethodName == nameof(IMessageObserver.Added) ? Task.CompletedTask : context.Invoke();
    }
}
