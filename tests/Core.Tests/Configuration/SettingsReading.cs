using Actors.Core.Configuration;
using Microsoft.Extensions.Configuration;

namespace Actors.Core.Tests.Configuration;

public sealed class SettingsReading
{
    private readonly ConfigurationProblems _problems = new();

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var settings = Read(("BATCH_SIZE", "many"), ("SCRAPE_INTERVAL_SECONDS", "1"), ("DEFAULT_TIMEZONE", "Mars/Olympus"), ("S3_ENDPOINT", "nowhere"), ("DEBUG", "perhaps"));

        settings.Integer("BATCH_SIZE", 100, 1, 1000).ShouldBe(100);
        settings.Seconds("SCRAPE_INTERVAL_SECONDS", 3600, 5).ShouldBe(TimeSpan.FromHours(1));
        settings.Zone("DEFAULT_TIMEZONE", "Europe/Moscow").ShouldBe(TimeZoneInfo.Utc);
        settings.Url("S3_ENDPOINT").ShouldBeNull();
        settings.Flag("DEBUG", true).ShouldBeTrue();

        var refused = Should.Throw<ConfigurationRefusedException>(_problems.ThrowIfAny);
        refused.Problems.Select(problem => problem.Setting).ShouldBe(["BATCH_SIZE", "SCRAPE_INTERVAL_SECONDS", "DEFAULT_TIMEZONE", "S3_ENDPOINT", "DEBUG"]);
        refused.Message.ShouldContain("from 1 to 1000");
        refused.Message.Split('\n').Length.ShouldBe(6);
    }

    [Fact]
    public void Valid_settings_are_read_and_missing_ones_have_defaults()
    {
        var settings = Read(("BATCH_SIZE", " 50 "), ("S3_BUCKET", ""), ("DEBUG", "on"), ("CORS_ORIGINS", "a, b,,c"), ("S3_ENDPOINT", "http://localhost:9000"));

        settings.Integer("BATCH_SIZE", 100).ShouldBe(50);
        settings.Text("S3_BUCKET").ShouldBeNull();
        settings.Text("S3_BUCKET", "posters").ShouldBe("posters");
        settings.Flag("DEBUG", false).ShouldBeTrue();
        settings.List("CORS_ORIGINS").ShouldBe(["a", "b", "c"]);
        settings.Url("S3_ENDPOINT")!.Port.ShouldBe(9000);
        settings.Zone("DEFAULT_TIMEZONE", "Europe/Moscow").Id.ShouldBe("Europe/Moscow");
        _problems.ThrowIfAny();
    }

    [Fact]
    public void A_repeated_problem_is_reported_once()
    {
        var settings = Read(("BATCH_SIZE", "x"));
        settings.Integer("BATCH_SIZE", 100);
        settings.Integer("BATCH_SIZE", 100);
        _problems.All.Count.ShouldBe(1);
    }

    private Settings Read(params (string Name, string Value)[] settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))).Build(),
        _problems);
}
