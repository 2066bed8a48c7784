using Actors.Catalog.Events;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

/// <summary>One list. It is looked after when any event changed, and read again when that changed what the rows add up to.</summary>
internal sealed partial class CachedEventList
{
    private readonly EventScope _scope;
    private readonly ListSource _source;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<CachedEventList> _logger;
    private readonly SharedLook<EventList> _look;

    public CachedEventList(EventScope scope, ListSource source, TimeProvider timeProvider, ILogger<CachedEventList> logger)
    {
        (_scope, _source, _timeProvider, _logger) = (scope, source, timeProvider, logger);
        _look = new SharedLook<EventList>(LookAsync, timeProvider);
    }

    public async ValueTask<ServedList> GetAsync()
    {
        var (list, age) = await _look.GetAsync();
        return new ServedList(list, list.MadeAt is { } moment ? _timeProvider.GetUtcNow() - moment : age);
    }

    private async Task<EventList> LookAsync(EventList? list)
    {
        try
        {
            return await _source.LookAsync(_scope, list);
        }
        catch (Exception e)
        {
            LogLookFailed(e, _scope.Name);
            throw;
        }
    }
}
