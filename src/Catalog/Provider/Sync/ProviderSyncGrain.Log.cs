using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Provider.Sync;

internal sealed partial class ProviderSyncGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Events provider: run {Run} asks for changes since {Since}.")]
    private partial void LogBegins(long run, DateOnly since);

    [LoggerMessage(Level = LogLevel.Information, Message = "Events provider: run {Run} goes on after {Pages} pages.")]
    private partial void LogGoesOn(long run, int pages);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Events provider: run {Run}: {Failure} (try {Tries}).")]
    private partial void LogTryFailed(long run, string? failure, int tries);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Events provider: run {Run} ended: {Pages} pages, {Created} new, {Updated} changed, {Skipped} could not be read; failure: {Failure}.")]
    private partial void LogEnded(long run, int pages, int created, int updated, int skipped, string? failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Events provider: {Count} events that were over more than seven days ago are deleted.")]
    private partial void LogSwept(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Events provider: a step failed; it is tried again after {Pause}.")]
    private partial void LogStepFailed(Exception failure, TimeSpan pause);
}
