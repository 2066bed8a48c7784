using System.Globalization;
using Actors.Broker;
using Actors.Cluster.Tests.Kit;
using Actors.TestKit;
using Confluent.Kafka;
using Npgsql;
using Xunit.Abstractions;

namespace Actors.Cluster.Tests.Topic;

/// <summary>
/// Two silos consume the provider's topic and are killed repeatedly, each time with fetched but uncommitted records: the test locks the table, so
/// that nothing can be written, until the silo reports such records. A rejoin takes the others about 11 s. The negative control is in
/// tests/Catalog.Tests/Provider/Topic: with offsets committed before the write, a record is lost.
/// </summary>
public sealed class TopicKillTests(ITestOutputHelper output)
{
    private const int Records = 10_000, Kills = 20;
    private const string Group = "actors";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    [ClusterFact]
    [Trait("Category", "Long")]
    public async Task Kills_leave_exactly_the_expected_rows()
    {
        var random = SeededRandom.Create(output);
        await using var broker = await KafkaBroker.StartAsync();
        using var producer = new TopicProducer(broker.Servers);
        await using var cluster = await TestCluster.StartAsync(2, ("KAFKA_BOOTSTRAP_SERVERS", broker.Servers));
        var model = new TopicModel(random);
        var some = Records / Kills;
        producer.Put(CreateRecords(model, some));
        await StoredAsync(broker, some);

        for (var kill = 0; kill < Kills; kill++)
        {
            var victim = cluster.Silos[random.Next(2)];
            await Waiting.UntilAsync("both silos to have partitions", async () =>
                await MetricAsync(cluster.Silos[0], "partitions") > 0 && await MetricAsync(cluster.Silos[1], "partitions") > 0, s_patience);
            var pending = await KillWhilePendingAsync(cluster.Servers, victim, () => producer.Put(CreateRecords(model, some)));
            output.WriteLine($"kill {kill + 1}: silo {cluster.Silos.IndexOf(victim) + 1} had {pending} records that were fetched and not committed");
            await victim.RestartReadyAsync();
        }

        await StoredAsync(broker, some * (Kills + 1));
        var stored = await TopicModel.StoredAsync(cluster.Servers);
        var differing = model.Rows.Where(row => stored.GetValueOrDefault(row.Key) != row.Value).ToList();
        output.WriteLine($"{stored.Count} rows, {stored.Values.Sum(row => row.Writes)} writes, {differing.Count} differ from the model");
        differing.ShouldBeEmpty();
        (await cluster.Servers.CountAsync("provider_dead_letters")).ShouldBe(0);
    }

    private static async Task<double> KillWhilePendingAsync(ClusterServers servers, SiloProcess victim, Action produce)
    {
        await using var source = NpgsqlDataSource.Create(servers.Database.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand("LOCK TABLE provider_events IN EXCLUSIVE MODE", connection, transaction)) await command.ExecuteNonQueryAsync();
        produce();
        var pending = 0d;
        await Waiting.UntilAsync("fetched, uncommitted records", async () => (pending = await MetricAsync(victim, "pending")) > 0);
        await victim.KillAsync();
        await transaction.RollbackAsync();
        return pending;
    }

    private static Task StoredAsync(KafkaBroker broker, int records)
    {
        var consumer = Consumer(broker);
        return Waiting.UntilAsync($"{records} committed records", () => Task.FromResult(
            consumer.Committed(Partitions, TimeSpan.FromSeconds(10)).Sum(at => at.Offset.IsSpecial ? 0 : at.Offset.Value) == records), s_patience)
            .ContinueWith(waited => { consumer.Dispose(); return waited; }, TaskScheduler.Default).Unwrap();
    }

    private static TopicPartition[] Partitions => [.. Enumerable.Range(0, 4).Select(partition => new TopicPartition(TopicProducer.Topic, partition))];

    private static IConsumer<byte[], byte[]> Consumer(KafkaBroker broker) =>
        new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig { BootstrapServers = broker.Servers, GroupId = Group }).SetLogHandler((_, _) => { }).Build();

    private static List<(string Key, string? Value)> CreateRecords(TopicModel model, int count) => [.. Enumerable.Range(0, count).Select(_ => model.Next())];

    private static async Task<double> MetricAsync(SiloProcess silo, string figure)
    {
        var metrics = await silo.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        var line = metrics.Split('\n').FirstOrDefault(l => l.StartsWith($"provider_topic_{figure}", StringComparison.Ordinal) && !l.StartsWith('#'));
        return line is null ? 0 : double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture);
    }
}
