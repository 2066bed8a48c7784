using Actors.Catalog.Events;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

/// <summary>The list of one scope. It is revalidated at most once a second, and read again only if rows have changed.</summary>
internal sealed partial class RevalidatedList
{
    private readonly EventScope _scope;
    private readonly ListRevalidator _revalidator;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<RevalidatedList> _logger;
    private readonly RevalidatedValue<EventList> _current;

    public RevalidatedList(EventScope scope, ListRevalidator revalidator, TimeProvider timeProvider, ILogger<RevalidatedList> logger)
    {
        (_scope, _revalidator, _timeProvider, _logger) = (scope, revalidator, timeProvider, logger);
        _current = new RevalidatedValue<EventList>(RevalidateAsync, timeProvider);
    }

    public async ValueTask<ServedList> GetAsync()
    {
        var (list, age) = await _current.GetAsync();
        return new ServedList(list, list.MadeAt is { } moment ? _timeProvider.GetUtcNow() - moment : age);
    }

    private async Task<EventList> RevalidateAsync(EventList? list)
    {
        try
        {
            return await _revalidator.RevalidateAsync(_scope, list);
        }
        catch (Exception e)
        {
            LogFailed(e, _scope.Name);
            throw;
        }
    }
}
