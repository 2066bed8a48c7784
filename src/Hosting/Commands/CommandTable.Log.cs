namespace Actors.Hosting.Commands;

public sealed partial class CommandTable
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Command {Command} failed")]
    private static partial void CommandFailed(ILogger logger, Exception exception, string command);
}
