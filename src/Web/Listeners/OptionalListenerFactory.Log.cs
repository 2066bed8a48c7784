namespace Actors.Web.Listeners;

internal sealed partial class OptionalListenerFactory
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Port {Port} is in use by another program; the role {Role} has no listener")]
    private partial void LogTaken(int port, string role);
}
