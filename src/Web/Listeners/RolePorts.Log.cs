namespace Actors.Web.Listeners;

internal sealed partial class RolePorts
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Port {Port} is taken: no listener for the role {Role}.")]
    private partial void LogTaken(int port, string role);
}
