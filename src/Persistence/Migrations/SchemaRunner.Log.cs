namespace Actors.Persistence.Migrations;

internal sealed partial class SchemaRunner
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "Schema script {Script} applied")]
    private static partial void Applied(ILogger logger, string script);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is newer than this program: it has schema script {Script}, which is compatible with this program")]
    private static partial void Newer(ILogger logger, string script);
}
