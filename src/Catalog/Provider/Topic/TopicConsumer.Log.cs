using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Topic;

internal sealed partial class TopicConsumer
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "No broker of topic {Topic} answers; the program waits for one")]
    private partial void LogNoBroker(string topic);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The brokers know no topic {Topic}; the program waits for it")]
    private partial void LogNoTopic(string topic);

    [LoggerMessage(Level = LogLevel.Information, Message = "Topic {Topic} can be read again")]
    private partial void LogThere(string topic);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Topic {Topic} cannot be taken in now; it is tried again every {Pause}, after the last committed offset")]
    private partial void LogFailed(Exception failure, string topic, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Information, Message = "Topic {Topic} is taken in again")]
    private partial void LogGoesOn(string topic);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store is held: nothing of topic {Topic} is consumed before the command release")]
    private partial void LogHeld(string topic);

    [LoggerMessage(Level = LogLevel.Information, Message = "The consumer of topic {Topic} has left its group")]
    private partial void LogStopped(string topic);
}
