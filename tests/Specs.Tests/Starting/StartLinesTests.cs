using Actors.Core.Configuration;
using Actors.Core.Startup;
using Actors.Hosting.Startup;
using Actors.TestKit;
using Actors.Web.Listeners;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Starting;

/// <summary>The lines at start.</summary>
public sealed class StartLinesTests
{
    [Fact]
    public void The_lines_name_the_program_its_parts_and_addresses()
    {
        var lines = StartLines.Of("1.0.0 (01234567)", "Development", Plan(development: true), ["http://localhost:8000", "http://localhost:8001"], [new("dashboard", "(administrators)", "/dashboard/"), new("store", "SQLite /data/actors.db")]);

        lines.ShouldBe([
            "Actors 1.0.0 (01234567), Development",
            "store     SQLite /data/actors.db",
            "roles     auth 8001, scraper 8002, catalog 8003, scraperCatalog 8004, gateway 8005",
            "metrics   http://localhost:8000/metrics",
            "dashboard http://localhost:8000/dashboard/ (administrators)",
            "API page  http://localhost:8000/docs",
            "open      http://localhost:8000/",
        ]);
    }

    [Fact]
    public void The_lines_have_the_bound_port()
    {
        var lines = StartLines.Of("1", "Production", Plan(false, ("urls", "http://0.0.0.0:0")), ["http://0.0.0.0:40123"], []);

        lines.ShouldContain("open      http://localhost:40123/");
        lines.ShouldNotContain(line => line.StartsWith("roles", StringComparison.Ordinal));
    }

    [Fact]
    public void The_lines_name_the_metrics_listener()
    {
        var lines = StartLines.Of("1", "Production", Plan(false, ("METRICS_LISTEN", "9100")), ["http://localhost:9100", "http://localhost:8000"], []);

        lines.ShouldContain("metrics   http://localhost:9100/metrics");
        lines.ShouldContain("open      http://localhost:8000/");
    }

    [Theory]
    [InlineData("1.0.0+0123456789abcdef", "1.0.0 (01234567)")]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("1.2.3+dirty", "1.2.3")]
    [InlineData(null, "unknown")]
    public void A_version_is_shortened(string? informational, string version) => ProgramVersion.Of(informational).ShouldBe(version);

    [Fact]
    public async Task The_lines_show_the_database_without_credentials()
    {
        using var settings = new SiloSettings(
            ("DATABASE_URL", "postgres://secret_user:secret_password@db.example:6543/events"), ("SMTP_HOST", "mail.example"), ("SMTP_USER", "secret_user"),
            ("SMTP_PASSWORD", "secret_password"), ("MAIL_FROM", "secret_sender@mail.example"), ("S3_ENDPOINT", "https://secret_user:secret_password@s3.example:9000/"),
            ("S3_BUCKET", "posters"), ("S3_ACCESS_KEY", "secret_key"), ("S3_SECRET_KEY", "secret_password"));
        await using var app = SiloApp.Create(settings.ToArguments());

        var lines = app.Services.GetServices<StartLine>().ToDictionary(line => line.Topic, line => line.Text);

        lines["store"].ShouldBe("PostgreSQL db.example:6543, database events");
        lines["mail"].ShouldBe("mail.example:587");
        lines["posters"].ShouldBe("bucket posters at s3.example:9000");
        lines["runs"].ShouldStartWith("alone");
        lines.Values.ShouldAllBe(text => !text.Contains("secret"));
    }

    [Fact]
    public async Task A_member_shows_its_cluster_without_the_Redis_password()
    {
        using var settings = new SiloSettings(
            ("REDIS_URL", "redis://:secret@redis.example:6379"), ("CLUSTER_ID", "blue"), ("ADVERTISED_IP", "10.1.2.3"), ("SILO_PORT", "11222"),
            ("DATABASE_URL", "Host=db.example;Database=events;Username=secret;Password=secret"), ("SECRET_KEY", "Qv3nB0x7Zk9wLr2TfYp5HsJd8MgCeAu1Xo4i"),
            ("S3_ENDPOINT", "http://s3.example"), ("S3_BUCKET", "posters"), ("S3_ACCESS_KEY", "secret"), ("S3_SECRET_KEY", "secret"));
        await using var app = SiloApp.Create(settings.ToArguments());

        var lines = app.Services.GetServices<StartLine>().ToDictionary(line => line.Topic, line => line.Text);

        lines["runs"].ShouldBe("as a member of the cluster blue, at 10.1.2.3:11222");
        lines.Values.ShouldAllBe(text => !text.Contains("secret"));
    }

    private static ListenerPlan Plan(bool development, params (string Name, string Value)[] settings) => ListenerPlan.Read(
        new Settings(new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build(), new ConfigurationProblems()), development);
}
