namespace Actors.Web.Listeners;

internal sealed partial class ListenerReport
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Warning}")]
    private static partial void LogWarning(ILogger logger, string warning);
}
