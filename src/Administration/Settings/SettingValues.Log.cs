using Microsoft.Extensions.Logging;

namespace Actors.Administration.Settings;

internal sealed partial class SettingValues
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Version {Version} of setting '{Key}' cannot be used by this program, so the default holds: it {Fault}")]
    private partial void LogUnusable(string key, long version, string fault);
}
