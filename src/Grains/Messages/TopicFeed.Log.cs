namespace Actors.Grains.Messages;

internal sealed partial class TopicFeed
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages of {Topic} could not be asked for; next attempt in {Pause}.")]
    private partial void LogRenewalFailed(Exception exception, string topic, TimeSpan pause);
}
