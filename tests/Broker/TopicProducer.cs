using System.Text;
using Confluent.Kafka;

namespace Actors.Broker;

/// <summary>Puts records into a topic. For tests: linked into their projects.</summary>
internal sealed class TopicProducer(string servers, string topic = TopicProducer.Topic) : IDisposable
{
    /// <summary>The topic that the program reads unless it is told otherwise.</summary>
    public const string Topic = "events-provider.events";

    private readonly IProducer<byte[]?, byte[]?> _producer =
        new ProducerBuilder<byte[]?, byte[]?>(new ProducerConfig { BootstrapServers = servers, AllowAutoCreateTopics = true }).SetLogHandler((_, _) => { }).Build();

    /// <summary>Puts a record; gives the place it came to.</summary>
    public async Task<(int Partition, long Offset)> PutAsync(string? key, string? value)
    {
        var put = await _producer.ProduceAsync(topic, new() { Key = Bytes(key)!, Value = Bytes(value)! });
        return (put.Partition.Value, put.Offset.Value);
    }

    /// <summary>Puts many records; returns when the broker has them.</summary>
    public void Put(IEnumerable<(string Key, string? Value)> records)
    {
        foreach (var (key, value) in records) _producer.Produce(topic, new() { Key = Bytes(key)!, Value = Bytes(value)! });
        _producer.Flush(TimeSpan.FromSeconds(30));
    }

    public void Dispose() => _producer.Dispose();

    private static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);
}
