using Confluent.Kafka;

namespace Actors.Catalog.Provider.Topic;

/// <summary>How the client library is set up.</summary>
internal static class TopicClient
{
    // A topic that is made later is found after so long.
    private const int MetadataRefreshMs = 5000;
    private const int MostPauseMs = 5000;

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
        ReconnectBackoffMaxMs = MostPauseMs,
    };
}
