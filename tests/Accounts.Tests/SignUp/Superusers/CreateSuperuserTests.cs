using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Core.Accounts;
using Actors.Core.Commands;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.SignUp.Superusers;

/// <summary>The real command, with and without a running program.</summary>
public sealed class CreateSuperuserTests : IDisposable
{
    private const string Password = "the Password of an administrator", Email = "root@example.com";

    private static readonly string[] s_noInput = ["createsuperuser", "--noinput", "--username=root", $"--email={Email}"];

    private readonly SiloSettings _settings = new();

    public void Dispose() => _settings.Dispose();

    [Fact]
    public async Task The_running_program_creates_an_administrator_who_can_sign_in()
    {
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, _settings);

        var (exit, output) = await RunAsync(s_noInput);

        output.ShouldBe("The administrator was created.");
        exit.ShouldBe(0);
        (await RolesAsync(silo, "/auth/login", new { email = Email, password = Password })).ShouldContain(AccountRoles.Admin);
        (await RolesAsync(silo, "/api/auth/login", new { username = "root", password = Password })).ShouldContain(AccountRoles.Admin);
    }

    [Fact]
    public async Task Without_a_running_program_the_command_creates_an_administrator()
    {
        await using var site = await FakeUpstream.StartAsync();
        _settings.Sources($$"""{"sources":[{"name":"site","kind":"page","url":"{{site.Address}}events"}]}""").Set("OUTBOUND_ALLOW", site.AllowEntry);

        var (exit, output) = await RunAsync(s_noInput);

        output.ShouldBe("The administrator was created.");
        exit.ShouldBe(0);
        site.Connections.ShouldBe(0);
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, _settings);
        (await RolesAsync(silo, "/auth/login", new { email = Email, password = Password })).ShouldContain(AccountRoles.Admin);
        // The program itself does scrape this site.
        await Waiting.UntilAsync("a request to the site", () => Task.FromResult(site.Connections > 0));
    }

    // A separate silo would run grains that already run in the cluster.
    [Fact]
    public async Task A_member_without_a_running_program_refuses_the_command()
    {
        const string closedPort = "127.0.0.1:1";
        _settings.Set("REDIS_URL", $"redis://{closedPort}").Set("DATABASE_URL", $"postgres://{closedPort}/actors").Set("S3_ENDPOINT", $"http://{closedPort}")
            .Set("S3_BUCKET", "posters").Set("S3_ACCESS_KEY", "key").Set("S3_SECRET_KEY", "secret").Set("SECRET_KEY", new string('k', 48));

        var (exit, output) = await RunAsync(s_noInput);

        output.ShouldBe($"No program is running on {_settings.DataDir}.");
        exit.ShouldBe(CommandExit.NotRunning);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_taken_name_or_address_is_refused(bool running)
    {
        await using (var silo = await SiloHost.StartAsync(SiloApp.Create, _settings))
        {
            using var made = await silo.Client.PostAsJsonAsync("/auth/register", new { email = Email, password = "of somebody else" });
            made.EnsureSuccessStatusCode();
            if (running) await RefusedAsync();
        }

        if (!running) await RefusedAsync();
        await using var again = await SiloHost.StartAsync(SiloApp.Create, _settings);
        (await RolesAsync(again, "/auth/login", new { email = Email, password = "of somebody else" })).ShouldBe([AccountRoles.User]);

        async Task RefusedAsync()
        {
            var (exit, output) = await RunAsync(s_noInput);
            output.ShouldBe("The username or the e-mail address already belongs to an account.");
            exit.ShouldBe(1);
        }
    }

    [Theory]
    [InlineData(1, "This password is too common", "qwertyuiop", "--username=root")]
    [InlineData(1, "is not an e-mail address", Password, "--username=root", "--email=root")]
    [InlineData(1, "cannot be a username", Password, "--username=a\tb")]
    [InlineData(2, "--noinput needs --username.", Password)]
    [InlineData(2, "SUPERUSER_PASSWORD", null, "--username=root")]
    public async Task Invalid_arguments_are_refused_with_a_sentence(int code, string sentence, string? password, params string[] arguments)
    {
        _settings.Set("REFUSE_COMMON_PASSWORDS", "true");

        var (exit, output) = await RunAsync(["createsuperuser", "--noinput", .. arguments], password);

        output.ShouldContain(sentence);
        output.Split('\n').Length.ShouldBe(1);
        exit.ShouldBe(code);
    }

    [Fact]
    public async Task A_locked_store_is_not_changed()
    {
        Directory.CreateDirectory(_settings.DataDir);
        await using var held = new FileStream(Path.Combine(_settings.DataDir, "actors.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var (exit, output) = await RunAsync(s_noInput);

        output.ShouldContain("Another program already uses the folder");
        output.ShouldNotContain("   at ");
        exit.ShouldBe(1);
    }

    [TerminalFact]
    public async Task The_password_is_not_echoed()
    {
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, _settings);
        using var terminal = new Pty(SiloProcess.Command(_settings, "createsuperuser"));

        await terminal.AnswerAsync("Username: ", "root");
        await terminal.AnswerAsync("E-mail address (may be empty): ", Email);
        await terminal.AnswerAsync("Password: ", Password);
        await terminal.AnswerAsync("Password (again): ", Password);
        await terminal.EndAsync();

        terminal.Shown.ShouldContain("The administrator was created.");
        terminal.Shown.ShouldNotContain(Password);
        terminal.ExitCode.ShouldBe(0);
        (await RolesAsync(silo, "/auth/login", new { email = Email, password = Password })).ShouldContain(AccountRoles.Admin);
    }

    private async Task<(int Exit, string Output)> RunAsync(string[] arguments, string? password = Password)
    {
        using var settings = new SiloSettings(_settings.Values.Select(v => (v.Key, (string?)v.Value)).Append(("SUPERUSER_PASSWORD", password)));
        await using var command = SiloProcess.Launch(settings, arguments);
        await command.ExitedAsync();
        command.Output.ShouldNotContain(Password);
        return (command.ExitCode, command.Output.Trim());
    }

    private static async Task<IEnumerable<string>> RolesAsync(SiloHost silo, string path, object credentials)
    {
        using var answer = await silo.Client.PostAsJsonAsync(path, credentials);
        answer.EnsureSuccessStatusCode();
        var token = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["access_token"]!.GetValue<string>();
        return (await silo.App.Services.GetRequiredService<IAccess>().CheckAsync(token))!.Roles;
    }
}
