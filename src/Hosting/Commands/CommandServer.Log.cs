namespace Actors.Hosting.Commands;

internal sealed partial class CommandServer
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "No command socket in {Directory}: commands cannot reach this program. A socket's path may have 107 bytes at most")]
    private static partial void NoSocket(ILogger logger, Exception exception, string directory);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A command's connection could not be accepted; the next try comes in a second")]
    private static partial void NotAccepted(ILogger logger, Exception exception);
}
