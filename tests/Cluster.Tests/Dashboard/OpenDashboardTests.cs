using System.Net;
using System.Net.Http.Headers;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Cluster.Tests.Dashboard;

/// <summary>
/// In Development the dashboard needs no sign-in for a browser on this machine, and for no other client. Tested over real loopback.
/// </summary>
public sealed class OpenDashboardTests
{
    private const string Page = "/dashboard/", Counters = "/dashboard/DashboardCounters";

    [Fact]
    public async Task Local_browser_needs_no_sign_in()
    {
        using var settings = new SiloSettings();
        await using var silo = await StartAsync(settings);
        var port = settings.Port;

        (await AskAsync(silo, Page, ("Accept", "text/html"), ("Sec-Fetch-Site", "none"))).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(silo, Counters, ("Sec-Fetch-Site", "same-origin"), ("Referer", $"http://127.0.0.1:{port}{Page}"))).ShouldBe(HttpStatusCode.OK);
        (await AskAsync(silo, Counters, ("Host", $"localhost:{port}"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Other_sites_rebound_names_and_proxies_are_refused()
    {
        // A trusted proxy on this machine forwards requests of remote clients, even if they claim loopback.
        using var settings = new SiloSettings(("TRUSTED_PROXIES", "127.0.0.1"));
        await using var silo = await StartAsync(settings);
        (string, string)[] refused =
        [
            ("Host", $"rebound.example.com:{settings.Port}"), ("Host", "localhost"), ("Origin", "https://example.com"), ("Origin", "http://localhost:3000"),
            ("Origin", "null"), ("Referer", "https://example.com/page"), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
            ("X-Forwarded-For", "127.0.0.1"), ("X-Forwarded-For", "10.1.2.3"), ("X-Forwarded-Proto", "http"), ("Forwarded", "for=127.0.0.1"),
        ];

        foreach (var header in refused)
        {
            (await AskAsync(silo, Counters, header)).ShouldBe(HttpStatusCode.Unauthorized, header.ToString());
            (await AskAsync(silo, Page, header)).ShouldBe(HttpStatusCode.Unauthorized, header.ToString());
            (await AskAsync(silo, Page, header, ("Accept", "text/html"))).ShouldBe(HttpStatusCode.Redirect, header.ToString());
            (await AskAsync(silo, Counters, header, ("Authorization", $"Bearer {AccountRoles.Admin}"))).ShouldBe(HttpStatusCode.OK, header.ToString());
        }
    }

    [Fact]
    public async Task Other_routes_still_need_a_sign_in()
    {
        await using var silo = await StartAsync(null);

        (await AskAsync(silo, "/me/ping", ("Sec-Fetch-Site", "same-origin"))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Production_always_needs_a_sign_in()
    {
        using var settings = DashboardTests.InProduction();
        await using var silo = await StartAsync(settings);

        (await AskAsync(silo, Counters, ("Sec-Fetch-Site", "same-origin"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await AskAsync(silo, Page, ("Accept", "text/html"), ("Sec-Fetch-Site", "none"))).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Role_listeners_have_no_dashboard()
    {
        await using var silo = await StartAsync(null);

        foreach (var role in SiloSettings.Roles)
        {
            foreach (var path in (string[])[Page, Counters, "/dashboard", "/dashboard/sign-in"])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", AccountRoles.Admin) } };
                request.Headers.Accept.ParseAdd("text/html");
                using var answer = await silo.ClientFor(role).SendAsync(request);
                answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{role} {path}");
            }
        }
    }

    [Fact]
    public async Task Responses_forbid_framing_and_caching()
    {
        await using var silo = await StartAsync(null);

        using var page = await silo.Client.GetAsync(new Uri(Page, UriKind.Relative));
        using var counters = await silo.Client.GetAsync(new Uri(Counters, UriKind.Relative));

        foreach (var answer in (HttpResponseMessage[])[page, counters])
        {
            answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }
    }

    private static Task<SiloHost> StartAsync(SiloSettings? settings) =>
        SiloHost.StartAsync(SiloApp.Create, settings, builder => builder.Services.AddSingleton<IAccess, KnownTokens>());

    private static async Task<HttpStatusCode> AskAsync(SiloHost silo, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await silo.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
