using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Actors.Benchmarks.Catalog;
using Actors.Broker;
using Actors.TestKit;
using Confluent.Kafka;
using Dapper;

namespace Actors.Benchmarks.Provider;

/// <summary>
/// Stores the same events from the provider's Kafka topic and from the pages of its API, each with a new silo; compared with a bare consumer that
/// only reads and commits.
/// </summary>
internal static class TopicBenchmark
{
    private const string List = "/api/events/";
    private const int Events = 20_000, PageSize = 100, Rounds = 3;
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20), s_patience = TimeSpan.FromMinutes(5);

    public static async Task RunAsync()
    {
        var events = Enumerable.Range(0, Events).Select(_ => (Id: Guid.NewGuid().ToString(), Json: "")).Select(e => e with { Json = Event(e.Id) }).ToList();
        await using var broker = await KafkaBroker.StartAsync();
        using (var producer = new TopicProducer(broker.Servers)) producer.Put(events.Select(e => (e.Id, (string?)e.Json)));
        await using var provider = await FakeUpstream.StartAsync();
        provider.On(List, context => Answers.WriteAsync(context, Page(provider, events, int.TryParse(context.Request.Query["cursor"], out var at) ? at : 0), "application/json"));
        var (topic, pages, bare) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            bare.Add(Consumed(broker, $"bare{round}"));
            topic.Add(await StoredAsync(("KAFKA_BOOTSTRAP_SERVERS", broker.Servers), ("KAFKA_GROUP_ID", $"silo{round}")));
            pages.Add(await StoredAsync(("EVENTS_PROVIDER_URL", provider.Address.ToString()), ("EVENTS_PROVIDER_API_KEY", "key"), ("OUTBOUND_ALLOW", provider.AllowEntry)));
        }

        var (ours, synced) = (SideBySide.Median(topic), SideBySide.Median(pages));
        Table.Title($"{Events} events of the provider, stored in SQLite");
        Table.Row("from the topic", ours, "events/s");
        Table.Row($"from pages of {PageSize} (sync_events)", synced, "events/s");
        Table.Row("the topic of the pages", 100 * ours / synced, "%", "50");
        Table.Row("a bare consumer, which stores nothing", SideBySide.Median(bare), "records/s");
    }

    // Measures from the first stored events to the last: excludes the start of the silo and the three seconds of joining the group.
    private static async Task<double> StoredAsync(params (string Name, string? Value)[] changes)
    {
        using var settings = Deployed.Settings(changes);
        await using var silo = await SiloProcess.StartAsync(settings);
        using var connection = EventFile.Of(settings).OpenReader();
        var first = await UntilAsync(connection, count => count > 0);
        var watch = Stopwatch.StartNew();
        await UntilAsync(connection, count => count == Events);
        return (Events - first) / watch.Elapsed.TotalSeconds;
    }

    private static async Task<long> UntilAsync(System.Data.Common.DbConnection connection, Func<long, bool> holds)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < s_patience; await Task.Delay(s_look, TimeProvider.System))
        {
            var count = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM provider_events");
            if (holds(count)) return count;
        }

        throw new TimeoutException("The events were not stored in time.");
    }

    private static double Consumed(KafkaBroker broker, string group)
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig
        {
            BootstrapServers = broker.Servers, GroupId = group, AutoOffsetReset = AutoOffsetReset.Earliest, EnableAutoCommit = false,
        }).SetLogHandler((_, _) => { }).Build();
        consumer.Subscribe(TopicProducer.Topic);
        var (read, watch) = (0, new Stopwatch());
        while (read < Events)
        {
            if (consumer.Consume(TimeSpan.FromSeconds(30)) is not { } record) throw new TimeoutException("The broker has no more records.");
            if (read++ == 0) watch.Start();
            if (read % PageSize == 0) consumer.Commit(record);
        }

        var perSecond = (Events - 1) / watch.Elapsed.TotalSeconds;
        consumer.Close();
        return perSecond;
    }

    private static byte[] Page(FakeUpstream provider, List<(string Id, string Json)> events, int at)
    {
        var next = at + PageSize < events.Count ? $"\"{provider.Url(List)}?cursor={at + PageSize}\"" : "null";
        return Encoding.UTF8.GetBytes($$"""{"next":{{next}},"previous":null,"results":[{{string.Join(',', events.Skip(at).Take(PageSize).Select(e => e.Json))}}]}""");
    }

    private static string Event(string id)
    {
        var soon = TimeProvider.System.GetUtcNow().AddDays(30);
        return new JsonObject
        {
            ["id"] = id,
            ["name"] = $"Концерт {id[..8]}",
            ["place"] = new JsonObject { ["id"] = Guid.NewGuid().ToString(), ["name"] = "Главная сцена", ["city"] = "Москва", ["address"] = "Тверская, 1" },
            ["event_time"] = Text(soon),
            ["registration_deadline"] = Text(soon.AddHours(-1)),
            ["status"] = "open",
            ["number_of_visitors"] = 5,
            ["changed_at"] = "2026-01-02T10:00:00+03:00",
        }.ToJsonString();
    }

    private static string Text(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
