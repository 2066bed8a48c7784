namespace Actors.Grains.Startup;

public sealed partial class StartupTasks
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} failed temporarily; next attempt in {Pause}")]
    private partial void LogNotYet(Exception exception, string work, TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed and needs an operator; next attempt in {Pause}")]
    private partial void LogBroken(Exception exception, string work, TimeSpan pause);
}
