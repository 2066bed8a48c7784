using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Topic;

internal sealed partial class TopicReader
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Kafka client: {Facility}: {Message}")]
    private partial void LogClient(string facility, string message);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Kafka client: {Code}: {Reason}")]
    private partial void LogError(Confluent.Kafka.ErrorCode code, string reason);
}
