using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Adapters.Provider;

internal sealed partial class ProviderStarter
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The synchronisation with the events provider could not be woken; next try in {Pause}")]
    private partial void LogNotAwake(Exception exception, TimeSpan pause);
}
