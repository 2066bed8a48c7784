using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Actors.TestKit;

namespace Actors.Specs.Tests.Moving;

/// <summary><c>export</c> and <c>import</c> move the whole database, in either direction.</summary>
public sealed partial class MovingTests : IDisposable
{
    private readonly TempFolder _folder = new("moving");

    public void Dispose() => _folder.Dispose();

    [PostgresFact]
    public async Task A_store_survives_the_way_over_PostgreSQL_and_back()
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        using var first = await UsedAsync();
        using var second = new SiloSettings(("DATABASE_URL", database.Url));
        using var third = new SiloSettings();

        await RunAsync(first, 0, "export", File("1"));
        await RunAsync(second, 0, "import", File("1"));
        await RunAsync(second, 0, "export", File("2"));
        await RunAsync(third, 0, "import", File("2"));
        await RunAsync(third, 0, "export", File("3"));

        Lines("2").ShouldBe(Lines("1"));
        Lines("3").ShouldBe(Lines("1"));
        Lines("1").Count(line => line.Contains("\"table\":\"accounts\"", StringComparison.Ordinal)).ShouldBe(1);
        Lines("1").Count(line => line.Contains("\"table\":\"reminders\"", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        await using var silo = await SiloProcess.StartAsync(third);
        (await LoginAsync(silo)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_truncated_file_imports_nothing()
    {
        using var first = await UsedAsync();
        using var second = new SiloSettings();
        await RunAsync(first, 0, "export", File("whole"));
        await System.IO.File.WriteAllLinesAsync(File("cut"), System.IO.File.ReadLines(File("whole")).SkipLast(1));

        (await RunAsync(second, 1, "import", File("cut"))).ShouldContain("Nothing was imported");

        await RunAsync(second, 0, "export", File("after"));
        Lines("after").ShouldHaveSingleItem().ShouldBe("""{"rows":0}""");
    }

    [Fact]
    public async Task A_used_database_refuses_an_import()
    {
        using var first = await UsedAsync();
        await RunAsync(first, 0, "export", File("own"));

        (await RunAsync(first, 1, "import", File("own"))).ShouldContain("is not empty");
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        using var settings = new SiloSettings();

        (await RunAsync(settings, 0, "migrate")).ShouldContain("applied storage 001-baseline");
        (await RunAsync(settings, 0, "migrate")).ShouldContain("nothing to apply");
    }

    private static async Task<SiloSettings> UsedAsync()
    {
        var settings = new SiloSettings();
        await using var silo = await SiloProcess.StartAsync(settings);
        using var body = Body();
        using var answer = await silo.Client.PostAsync(new Uri("/auth/register", UriKind.Relative), body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        await silo.StopAsync();
        return settings;
    }

    private static async Task<HttpStatusCode> LoginAsync(SiloProcess silo)
    {
        using var body = Body();
        using var answer = await silo.Client.PostAsync(new Uri("/auth/login", UriKind.Relative), body);
        return answer.StatusCode;
    }

    private static StringContent Body() =>
        new("""{"email":"mover@example.com","password":"correct horse battery"}""", Encoding.UTF8, "application/json");

    private static async Task<string> RunAsync(SiloSettings settings, int exitCode, params string[] command)
    {
        await using var process = SiloProcess.Launch(settings, command);
        await process.ExitedAsync();
        process.ExitCode.ShouldBe(exitCode, process.Output);
        return process.Output;
    }

    private string File(string name) => _folder.Combine($"{name}.jsonl");

    // Rows are exported in any order, and a reminder's etag changes with every write.
    private List<string> Lines(string name) =>
        [.. System.IO.File.ReadLines(File(name)).Select(static line => ReminderEtag().Replace(line, "")).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"(?<=""table"":""reminders"".*),""etag"":""[^""]*""")]
    private static partial Regex ReminderEtag();
}
