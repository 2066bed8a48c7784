using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Scraping.Runs;

internal sealed partial class SourceGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Source {Source}: run {Run} started")]
    private partial void LogStarted(string source, long run);

    [LoggerMessage(Level = LogLevel.Information, Message = "Source {Source}: run {Run} resumed")]
    private partial void LogResumed(string source, long run);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Source {Source}: run {Run} ended: {Pages} pages, {Found} events, {Sent} new, {Skipped} skipped, {Rejected} dead letters")]
    private partial void LogEnded(string source, long run, int pages, int found, int sent, int skipped, int rejected);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Source {Source}: run {Run} found only {Offered} events, far fewer than usual; its pages have probably changed")]
    private partial void LogYieldDropped(string source, long run, int offered);

    [LoggerMessage(Level = LogLevel.Error, Message = "Source {Source}: a step failed; retrying in {Pause}")]
    private partial void LogFailed(Exception failure, string source, TimeSpan pause);
}
