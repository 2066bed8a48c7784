using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Sync;

internal sealed partial class ProviderSyncGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Events provider: run {Run} started; it fetches changes since {Since}")]
    private partial void LogStarted(long run, DateOnly since);

    [LoggerMessage(Level = LogLevel.Information, Message = "Events provider: run {Run} resumed after {Pages} pages")]
    private partial void LogResumed(long run, int pages);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Events provider: run {Run}: attempt {Tries} failed: {Failure}")]
    private partial void LogTryFailed(long run, string? failure, int tries);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Events provider: run {Run} ended: {Pages} pages, {Created} created, {Updated} updated, {Skipped} skipped as unreadable; failure: {Failure}")]
    private partial void LogEnded(long run, int pages, int created, int updated, int skipped, string? failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Events provider: deleted {Count} events that started more than seven days ago")]
    private partial void LogSwept(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Events provider: a step failed; retrying in {Pause}")]
    private partial void LogStepFailed(Exception failure, TimeSpan pause);
}
