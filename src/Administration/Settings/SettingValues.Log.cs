using Microsoft.Extensions.Logging;

namespace Actors.Administration.Settings;

internal sealed partial class SettingValues
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The stored value of setting '{Key}', version {Version}, is not valid in this program ({Fault}); using the default")]
    private partial void LogUnusable(string key, long version, string fault);
}
