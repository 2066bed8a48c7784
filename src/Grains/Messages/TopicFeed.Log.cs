namespace Actors.Grains.Messages;

internal sealed partial class TopicFeed
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Renewing the subscription to {Topic} failed; next attempt in {Pause}")]
    private partial void LogRenewalFailed(Exception exception, string topic, TimeSpan pause);
}
