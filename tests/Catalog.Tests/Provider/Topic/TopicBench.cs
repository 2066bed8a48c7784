using System.Text.Json;
using Actors.Broker;
using Actors.Catalog.Provider.Topic;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.Core.Commands;
using Actors.Hosting.Commands;
using Actors.TestKit;
using Actors.Web.Tests.Http;
using Confluent.Kafka;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Tests.Provider.Topic;

/// <summary>A broker in a separate process, and silos that read its topic.</summary>
internal sealed class TopicBench : IAsyncDisposable
{
    private TopicBench(KafkaBroker broker) => (Broker, Producer, Settings) = (broker, new(broker.Servers), new SiloSettings(("KAFKA_BOOTSTRAP_SERVERS", broker.Servers)));

    public KafkaBroker Broker { get; }

    public TopicProducer Producer { get; }

    public SiloSettings Settings { get; }

    public LogLines Log { get; } = new();

    public static async Task<TopicBench> StartAsync() => new(await KafkaBroker.StartAsync());

    /// <summary>A record as sent by the provider.</summary>
    public static string Event(Guid id, string name, int changedMinute = 0) => FakeProviderEvent(id, name, changedMinute).ToJsonString();

    /// <summary>Sends the records of a file, one JSON object per line; text values are sent unchanged.</summary>
    public async Task PutAsync(string lines)
    {
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            var value = json.RootElement.GetProperty("value");
            var text = value.ValueKind == JsonValueKind.Null ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
            await Producer.PutAsync(json.RootElement.GetProperty("key").GetString(), text);
        }
    }

    /// <summary>Starts a silo with these settings; another may follow after it has stopped.</summary>
    public Task<Face> FaceAsync(Action<IServiceCollection>? also = null) => Face.StartAsync(given: Settings, also: services =>
    {
        services.AddSingleton<ILoggerProvider>(Log);
        also?.Invoke(services);
    });

    /// <summary>Completes when the group has committed a number of records.</summary>
    public Task CommittedAsync(long records) => Waiting.UntilAsync($"{records} committed records", () => Task.FromResult(Committed() == records));

    /// <summary>The number of records that the group has committed.</summary>
    public long Committed()
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig { BootstrapServers = Broker.Servers, GroupId = "actors" }).SetLogHandler((_, _) => { }).Build();
        var partitions = Enumerable.Range(0, 4).Select(partition => new TopicPartition(TopicProducer.Topic, partition));
        return consumer.Committed(partitions, TimeSpan.FromSeconds(10)).Sum(at => at.Offset.IsSpecial ? 0 : at.Offset.Value);
    }

    public static async Task<(int Exit, string Output)> CommandAsync(Face face, string name, params string[] arguments)
    {
        var lines = new List<string>();
        var exit = await face.Services.GetRequiredService<CommandTable>().RunAsync(name, new CommandCall([.. arguments], line =>
        {
            lines.Add(line);
            return Task.CompletedTask;
        })).Within(name);
        return (exit, string.Join('\n', lines));
    }

    public static Task<IReadOnlyList<TopicDeadLetter>> LettersAsync(Face face) =>
        face.Services.GetRequiredService<TopicDeadLetters>().FindAsync(null, [], 100, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Producer.Dispose();
        await Broker.DisposeAsync();
        Settings.Dispose();
        Log.Dispose();
    }

    private static System.Text.Json.Nodes.JsonObject FakeProviderEvent(Guid id, string name, int changedMinute)
    {
        var made = FakeProvider.Event(name, Concert.Soon, id: id);
        made["changed_at"] = $"2026-01-02T10:{changedMinute:00}:00+03:00";
        return made;
    }
}
