using System.Net;
using System.Net.Http.Headers;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Cluster.Tests.Dashboard;

/// <summary>The Orleans Dashboard has no sign-in, so the program must guard it.</summary>
public sealed class DashboardTests
{
    private const string Page = "/dashboard/";
    private const string SignIn = "/dashboard/sign-in";

    [Theory]
    [InlineData(Page)]
    [InlineData("/dashboard/DashboardCounters")]
    [InlineData("/dashboard/ClusterStats")]
    [InlineData("/dashboard/index.min.js")]
    public async Task Only_administrators_have_access(string path)
    {
        await using var silo = await StartAsync(on: true);

        (await AskAsync(silo, path, null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(silo, path, AccountRoles.User)).ShouldBe(HttpStatusCode.Forbidden);
        (await AskAsync(silo, path, AccountRoles.Admin)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(silo, path, null)).ShouldBe(HttpStatusCode.Unauthorized, "pages are still guarded once the dashboard has started");
    }

    [Fact]
    public async Task Cookie_opens_only_the_dashboard()
    {
        await using var silo = await StartAsync(on: true);
        (await SignInAsync(silo, AccountRoles.User)).Status.ShouldBe(HttpStatusCode.Forbidden);

        var (status, cookie) = await SignInAsync(silo, AccountRoles.Admin);

        status.ShouldBe(HttpStatusCode.SeeOther);
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        var sent = cookie.Split(';')[0];
        (await AskAsync(silo, Page, null, sent)).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(silo, "/me/ping", null, sent)).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(silo, "/me/ping", AccountRoles.Admin)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Setting_turns_the_dashboard_off()
    {
        await using var silo = await StartAsync(on: false);

        (await AskAsync(silo, Page, AccountRoles.Admin)).ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>The settings required in Production, where the dashboard always requires a sign-in.</summary>
    internal static SiloSettings InProduction() => new(
        ("SECRET_KEY", "Qv3nB0x7Zk9wLr2TfYp5HsJd8MgCeAu1Xo4i"), ("INGEST_TOKEN", "Uy6tR1e8Wq2aSd5fGh9jKl3zXc7vBn0m"), ("RATE_LIMIT", null))
    { Environment = "Production" };

    private static async Task<SiloHost> StartAsync(bool on)
    {
        var settings = InProduction();
        if (!on) settings.Set("DASHBOARD", "off");
        return await SiloHost.StartAsync(SiloApp.Create, settings, builder => builder.Services.AddSingleton<IAccess, KnownTokens>());
    }

    private static async Task<HttpStatusCode> AskAsync(SiloHost silo, string path, string? token, string? cookie = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await silo.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string Cookie)> SignInAsync(SiloHost silo, string token)
    {
        using var form = new FormUrlEncodedContent([new("token", token)]);
        using var answer = await silo.Client.PostAsync(new Uri(SignIn, UriKind.Relative), form);
        return (answer.StatusCode, answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.First() : "");
    }
}
