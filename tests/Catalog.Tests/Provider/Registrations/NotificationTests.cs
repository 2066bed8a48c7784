using System.Text.Json;
using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Registrations;
using Actors.Catalog.Tests.Provider.Faults;
using Actors.Catalog.Tests.Provider.Kit;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Catalog.Tests.Provider.Registrations;

/// <summary>Notifications whose service fails for days, or was removed.</summary>
public sealed class NotificationTests
{
    private static readonly Guid s_id = new("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(3, true)]
    [InlineData(5, false)]
    [InlineData(null, true)]
    public async Task Failing_service_is_retried_for_four_days(int? daysOld, bool again)
    {
        await using var site = await FakeUpstream.StartAsync();
        site.OnStatus("/api/notifications", 404);
        var settings = new ProviderSettings { Notification = site.Address, Zone = TimeZoneInfo.Utc };
        var handler = FaultKit.Handler(FaultKit.Outbound(TimeProvider.System), settings, _clock);
        var handling = handler.HandleAsync(Message(daysOld is { } days ? _clock.GetUtcNow().AddDays(-days) : null), CancellationToken.None);
        if (again) await Should.ThrowAsync<RegistrationDelayedException>(handling);
        else await handling;
        site.Requests.Count.ShouldBe(1, "tried at least once");
    }

    [Fact]
    public void Old_notification_is_read()
    {
        var told = JsonSerializer.Deserialize<Notification>($$"""{"Id":"{{s_id}}","EventId":"{{s_id}}","Email":"a@example.com","Message":"Текст"}""", StoredJson.Options)!;
        (told.Email, told.Written).ShouldBe(("a@example.com", null));
        var state = """{"Event":null,"CreatedAt":"2026-01-01T00:00:00+00:00","StoredAt":"2026-01-02T00:00:00+00:00"}""";
        JsonSerializer.Deserialize<ProviderEventState>(state, StoredJson.Options)!.CreatedAt.Year.ShouldBe(2026);
    }

    [Fact]
    public async Task Without_service_the_visitor_gets_a_mail()
    {
        using var settings = new SiloSettings();
        await using var provider = await FakeProvider.StartAsync();
        await using var face = await Face.StartAsync(provider, given: settings, notifications: false);
        await face.Services.GetRequiredService<IRowStore>().CommitAsync(new WriteSet().Enqueue(Message(TimeProvider.System.GetUtcNow())));
        var folder = Path.Combine(settings.DataDir, "outbox");
        await Waiting.UntilAsync("the letter", () => Task.FromResult(Directory.Exists(folder) && Directory.GetFiles(folder, "*.eml").Length == 1));
        (await File.ReadAllTextAsync(Directory.GetFiles(folder, "*.eml").Single())).ShouldContain("a@example.com");
    }

    private static OutboxMessage Message(DateTimeOffset? written) => new(
        "provider.notify:1", RegistrationMessages.NotifyTopic,
        JsonSerializer.Serialize(new Notification(s_id, s_id, "a@example.com", "Текст", written), StoredJson.Options), TimeProvider.System.GetUtcNow());
}
