using System.Text;
using Actors.Catalog.Provider.Sync;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Provider.Rules;

public sealed class ProviderPageTests(ITestOutputHelper output)
{
    private const string Good = """
        {"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","name":" Концерт ","event_time":"2031-09-01T18:00:00+03:00","status":"published",
         "place":{"id":"7c9e6679-7425-40de-944b-e07fc1f90ae8","name":"Сцена","seats_pattern":"A1-5"},"changed_at":"2026-01-01T00:00:00Z","extra":[1]}
        """;

    [Fact]
    public void Page_gives_its_events_and_next_link()
    {
        var page = Read($$"""{"next":"http://p/2","previous":null,"results":[{{Good}}]}""")!;
        var only = page.Events.ShouldHaveSingleItem();
        (only.Name, only.Open, only.Venue.Name, only.EventTime.Offset).ShouldBe(("Концерт", true, "Сцена", TimeSpan.FromHours(3)));
        page.Next.ShouldBe("http://p/2");
    }

    [Theory]
    [InlineData("1", "not_an_object")]
    [InlineData("""{"id":"x"}""", "no_id")]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000000"}""", "no_id")]
    [InlineData("""{"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","name":"\ud800"}""", "no_name")]
    [InlineData("""{"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","name":"a","event_time":"0001-01-01T00:00:00+14:00"}""", "no_event_time")]
    [InlineData("""{"id":"7c9e6679-7425-40de-944b-e07fc1f90ae7","name":"a","event_time":"2031-09-01T18:00:00Z","status":7}""", "no_status")]
    public void Invalid_items_are_skipped_with_reasons(string item, string reason)
    {
        var page = Read($$"""{"next":null,"results":[{{item}},{{Good}}]}""")!;
        page.Skipped.ShouldBe([reason]);
        page.Events.Length.ShouldBe(1);
    }

    [Fact]
    public void Too_long_page_is_refused()
    {
        string Of(int items) => $$"""{"results":[{{string.Join(',', Enumerable.Repeat("0", items - 1))}},{{Good}}]}""";
        Read(Of(ProviderPage.MaxItems))!.Events.ShouldHaveSingleItem();
        Read(Of(ProviderPage.MaxItems + 1)).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"results":{}}""")]
    [InlineData("""{"next":null,"results":[{"id":""")]
    public void Other_content_is_not_a_page(string body) => Read(body).ShouldBeNull();

    [Fact]
    public void Damaged_page_never_throws()
    {
        var whole = Encoding.UTF8.GetBytes($$"""{"next":"http://p/2","results":[{{Good}},{{Good}}]}""");
        var random = SeededRandom.Create(output);
        for (var i = 0; i < 3000; i++)
        {
            var damaged = whole[..random.Next(whole.Length + 1)];
            for (var n = random.Next(4); n > 0 && damaged.Length > 0; n--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Should.NotThrow(() => ProviderPage.Read(damaged));
        }
    }

    [Theory]
    [InlineData("http://provider.example/api/events/?cursor=2", "https://provider.example/api/events/?cursor=2")]
    [InlineData("https://provider.example/api/events/?cursor=2", "https://provider.example/api/events/?cursor=2")]
    [InlineData("?cursor=2", "https://provider.example/api/events/?cursor=2")]
    [InlineData("/api/events/?cursor=2#x", "https://provider.example/api/events/?cursor=2")]
    [InlineData("https://provider.example:444/api/events/", null)]
    [InlineData("https://provider.example.evil.example/api/events/", null)]
    [InlineData("https://user@provider.example/api/events/", null)]
    [InlineData("https://evil.example/api/events/", null)]
    [InlineData("//evil.example/api/events/", null)]
    [InlineData("http://169.254.169.254/latest/meta-data", null)]
    [InlineData("file:///etc/passwd", null)]
    public void Next_link_stays_at_the_provider(string next, string? expected) =>
        ProviderPaths.Next(new("https://provider.example"), new("https://provider.example/api/events/?changed_at=2000-01-01"), next)?.AbsoluteUri.ShouldBe(expected);

    [Fact]
    public void Next_link_stays_below_the_providers_path()
    {
        var provider = new Uri("http://10.0.0.5:8080/provider");
        ProviderPaths.Changed(provider, new(2026, 1, 2)).AbsoluteUri.ShouldBe("http://10.0.0.5:8080/provider/api/events/?changed_at=2026-01-02");
        ProviderPaths.Next(provider, provider, "http://10.0.0.5:8080/other").ShouldBeNull();
    }

    private static ProviderPage? Read(string text) => ProviderPage.Read(Encoding.UTF8.GetBytes(text));
}
