namespace Actors.Grains.Startup;

public sealed partial class StartAttempts
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} could not be started yet; next attempt in {Pause}")]
    private partial void LogNotYet(Exception exception, string work, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} could not be started and needs an operator; next attempt in {Pause}")]
    private partial void LogBroken(Exception exception, string work, TimeSpan pause);
}
