using Actors.Core.Configuration;
using Actors.Hosting.Startup;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Actors.Specs.Tests.Starting;

public sealed class LogLevelTests
{
    [Theory]
    [InlineData(null, null, LogLevel.Information)]
    [InlineData("warning", null, LogLevel.Warning)]
    [InlineData("DEBUG", null, LogLevel.Debug)]
    [InlineData(null, "true", LogLevel.Debug)]
    [InlineData("ERROR", "true", LogLevel.Error)]
    public async Task The_log_level_is_configurable(string? level, string? debug, LogLevel first)
    {
        using var settings = new SiloSettings(("LOG_LEVEL", level), ("DEBUG", debug));
        await using var app = SiloApp.Create(settings.ToArguments());
        var logs = app.Services.GetRequiredService<ILoggerFactory>();

        logs.CreateLogger("Actors.Web").IsEnabled(first).ShouldBeTrue();
        logs.CreateLogger("Actors.Web").IsEnabled(first - 1).ShouldBeFalse();
        logs.CreateLogger("Microsoft.AspNetCore").IsEnabled(LogLevel.Information).ShouldBeFalse();
        logs.CreateLogger("Microsoft.Hosting.Lifetime").IsEnabled(LogLevel.Information).ShouldBeFalse();
        logs.CreateLogger("Polly").IsEnabled(LogLevel.Information).ShouldBeFalse();
    }

    [Fact]
    public void Invalid_levels_and_debug_in_Production_are_refused()
    {
        using var settings = new SiloSettings(("LOG_LEVEL", "LOUD"), ("DEBUG", "true")) { Environment = "Production" };

        var refused = Should.Throw<ConfigurationRefusedException>(() => SiloApp.Create(settings.ToArguments()));

        refused.Problems.Select(problem => problem.Setting).ShouldContain("LOG_LEVEL");
        refused.Problems.Select(problem => problem.Setting).ShouldContain("DEBUG");
    }

    [Theory]
    [InlineData(null, LogLevel.Warning)]
    [InlineData("CRITICAL", LogLevel.Critical)]
    public async Task Warnings_of_the_watchdog_begin_after_the_start(string? level, LogLevel afterwards)
    {
        using var settings = new SiloSettings(("LOG_LEVEL", level));
        await using var app = SiloApp.Create(settings.ToArguments());
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Orleans.Runtime.Watchdog");

        log.IsEnabled(LogLevel.Warning).ShouldBeFalse();
        log.IsEnabled(LogLevel.Error).ShouldBe(afterwards <= LogLevel.Error);
        app.Services.GetRequiredService<StartedFlag>().Set();

        log.IsEnabled(LogLevel.Warning).ShouldBe(afterwards <= LogLevel.Warning);
        log.IsEnabled(afterwards).ShouldBeTrue();
    }
}
