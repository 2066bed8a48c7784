using Confluent.Kafka;

namespace Actors.Catalog.Provider.Topic;

/// <summary>Configures the client library.</summary>
internal static class TopicClient
{
    // A topic created later is found within this time.
    private const int MetadataRefreshMs = 5000;
    private const int MaxPauseMs = 5000;

    public static ConsumerConfig Consumer(TopicSettings settings, TimeSpan session, TimeSpan heartbeat) => new()
    {
        BootstrapServers = settings.Servers,
        GroupId = settings.Group,
        ClientId = "actors",
        SecurityProtocol = settings.Security,
        SaslMechanism = settings.Mechanism,
        SaslUsername = settings.User,
        SaslPassword = settings.Password,
        AutoOffsetReset = AutoOffsetReset.Earliest,
        EnableAutoCommit = false,
        EnableAutoOffsetStore = false,
        AllowAutoCreateTopics = false,
        SessionTimeoutMs = (int)session.TotalMilliseconds,
        HeartbeatIntervalMs = (int)heartbeat.TotalMilliseconds,
        TopicMetadataRefreshIntervalMs = MetadataRefreshMs,
        ReconnectBackoffMaxMs = MaxPauseMs,
    };
}
