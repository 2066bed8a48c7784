using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Topic;

internal sealed partial class TopicConsumer
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "No broker of topic {Topic} responds; waiting")]
    private partial void LogNoBroker(string topic);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Topic {Topic} does not exist; waiting")]
    private partial void LogNoTopic(string topic);

    [LoggerMessage(Level = LogLevel.Information, Message = "Topic {Topic} is available again")]
    private partial void LogAvailable(string topic);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Records of topic {Topic} cannot be stored; retrying every {Pause} from the last committed offset")]
    private partial void LogFailed(Exception failure, string topic, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Information, Message = "Records of topic {Topic} are stored again")]
    private partial void LogRecovered(string topic);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store is held: topic {Topic} is not consumed until the command release")]
    private partial void LogHeld(string topic);

    [LoggerMessage(Level = LogLevel.Information, Message = "The consumer of topic {Topic} has left its group")]
    private partial void LogStopped(string topic);
}
