namespace Actors.Plumbing.Storage.Schema;

internal sealed partial class SchemaRunner
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Schema script {Script} applied")]
    private static partial void Applied(ILogger logger, string script);
}
