using System.Net;
using Actors.Catalog.Events;
using Actors.Catalog.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>Promise R10 in one process, over HTTP: concurrent requests for an uncached list cause one read.</summary>
public sealed class ColdListTests : IAsyncLifetime
{
    private const int Callers = 1000;
    private CountedRows _rows = null!;
    private Catalogue _catalogue = null!;

    public Task InitializeAsync()
    {
        _catalogue = new Catalogue
        {
            Also = builder => builder.Services.Replace(ServiceDescriptor.Singleton<IEventRows>(all =>
                _rows = new CountedRows(ActivatorUtilities.CreateInstance<EventRows>(all)))),
        };
        return _catalogue.InitializeAsync();
    }

    public Task DisposeAsync() => _catalogue.DisposeAsync();

    [Fact]
    public async Task A_thousand_requests_to_a_cold_list_cause_one_read()
    {
        await _catalogue.PostAsync("/scraper/results", Catalogue.Batch([.. Enumerable.Range(0, 50).Select(_ => _catalogue.Event())]));

        var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => AskAsync()));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        answers.Select(a => a.ETag).Distinct().ShouldHaveSingleItem();
        _rows.Pages.ShouldBe(1);
    }

    private async Task<(HttpStatusCode Status, string? ETag)> AskAsync()
    {
        using var answer = await _catalogue.Silo.Client.GetAsync(new Uri("/catalog/events", UriKind.Relative));
        return (answer.StatusCode, answer.Headers.ETag?.Tag);
    }
}
