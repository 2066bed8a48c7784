using System.Diagnostics;
using Actors.TestKit;

namespace Actors.Specs.Tests.Auth;

/// <summary>The two curl commands of the specification, as printed, against port 8000.</summary>
public sealed class CurlExampleTests
{
    private const int SpecPort = 8000;
    private static readonly string s_commands = File.ReadAllText(RepoRoot.Combine("tests/Specs.Tests/Requests/auth-login.sh"));

    [SampleFact("specs/events-platform.md")]
    public void The_commands_equal_those_of_the_specification() =>
        File.ReadAllText(SharedFolder.Combine("specs/events-platform.md")).ShouldContain(s_commands);

    [PortFact(SpecPort)]
    public async Task The_commands_sign_in_and_refresh()
    {
        using var settings = new SiloSettings(("ASPNETCORE_URLS", $"http://localhost:{SpecPort}")) { Port = SpecPort };
        await using var silo = await SiloProcess.StartAsync(settings);
        (await silo.Client.PostAsync("/auth/register", Asking.Credentials("user@example.com", "P@ssw0rd"))).Status.ShouldBe(201);
        using var home = new TempFolder("curl");

        var said = await RunAsync(home, s_commands);
        var answers = said.Split("HTTP/1.1 ", StringSplitOptions.RemoveEmptyEntries);
        answers.Length.ShouldBe(2, said);
        answers.ShouldAllBe(a => a.StartsWith("200 OK", StringComparison.Ordinal));
        answers.ShouldAllBe(a => a.Contains("\"token_type\":\"bearer\"", StringComparison.Ordinal));
        answers.ShouldAllBe(a => a.Contains("Set-Cookie: refresh_token=", StringComparison.Ordinal));
        answers.Select(CookieIn).Distinct().Count().ShouldBe(2);
    }

    private static string CookieIn(string answer) => answer.Split("Set-Cookie: refresh_token=")[1].Split(';')[0];

    private static async Task<string> RunAsync(TempFolder home, string commands)
    {
        var start = new ProcessStartInfo("bash", ["-c", commands])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = home.Folder,
            Environment = { ["CURL_HOME"] = home.Folder, ["no_proxy"] = "*" },
        };
        using var curl = Process.Start(start)!;
        var quiet = curl.StandardError.ReadToEndAsync();
        var said = await curl.StandardOutput.ReadToEndAsync();
        await Task.WhenAll(quiet, curl.WaitForExitAsync());
        return said;
    }
}
