using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Tests.Kit;
using Actors.Grains.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Events.Ingest;

/// <summary>A repeated call whose first answer was lost with a silo reports the event as created, not as skipped.</summary>
public sealed class LostAnswerTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    [Fact]
    public async Task A_repeated_call_returns_created()
    {
        var scraped = Scraped();

        (await CreateAsync(scraped, TimeSpan.Zero)).ShouldBe(CreateResult.Created);

        (await CreateAsync(scraped, TimeSpan.FromMinutes(1))).ShouldBe(CreateResult.Created);
        (await CreateAsync(scraped with { DateList = [.. scraped.DateList] }, TimeSpan.FromMinutes(1))).ShouldBe(CreateResult.Created);
        (await CreateAsync(scraped with { Title = "Another" }, TimeSpan.FromMinutes(1))).ShouldBe(CreateResult.AlreadyExists, "another event");
        (await CreateAsync(scraped, TimeSpan.FromTicks(1))).ShouldBe(CreateResult.AlreadyExists, "it was there when the call was first sent");
        (await CreateAsync(scraped, TimeSpan.Zero)).ShouldBe(CreateResult.AlreadyExists);
    }

    private async Task<CreateResult> CreateAsync(EventInput scraped, TimeSpan age)
    {
        CallAge.Set(age);
        return (await catalogue.Silo.App.Services.GetRequiredService<IGrainFactory>().GetGrain<IEventGrain>(scraped.Uuid).Create(scraped)).Result;
    }

    private EventInput Scraped()
    {
        var date = new EventDate("2031-09-01T18:00:00", new DateTimeOffset(2031, 9, 1, 15, 0, 0, TimeSpan.Zero));
        ImmutableArray<EventDate> dates = [date];
        return new(Guid.NewGuid(), "concert", "1", "Ёж", "Большой", 1500, date, dates, "Клуб", "рок", "18+",
            new Uri(catalogue.Site.Address, "poster.png").AbsoluteUri, "https://example.com/1");
    }
}
