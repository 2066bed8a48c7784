using System.Net;
using Actors.Core.Configuration;
using Actors.Silo.Home;
using Actors.TestKit;
using Actors.Web.Listeners;
using Microsoft.Extensions.Configuration;

namespace Actors.Specs.Tests.Home;

/// <summary>The page at <c>/</c>.</summary>
public sealed class HomePageTests
{
    [Fact]
    public async Task The_page_describes_the_program_and_links_its_parts()
    {
        using var settings = new SiloSettings();
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings);

        using var answer = await silo.Client.GetAsync(new Uri("/", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'; style-src 'sha256-");
        policy.ShouldContain("frame-ancestors 'none'");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("{{");
        page.ShouldNotContain("<!--");
        page.ShouldContain($"http://127.0.0.1:{settings.PortOf("scraper")}/health");
        foreach (var path in (string[])["/catalog/events", "/docs", "/openapi/v1.json", "/dashboard/", "/health", "/metrics"])
        {
            page.ShouldContain($"href=\"{path}\"");
            using var linked = await silo.Client.GetAsync(new Uri(path, UriKind.Relative));
            ((int)linked.StatusCode).ShouldBeLessThan(400, path);
        }
    }

    [Fact]
    public async Task The_page_exists_on_the_combined_listener_only()
    {
        await using var silo = await SiloHost.StartAsync(SiloApp.Create);

        using var head = await silo.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/"));
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(1000);
        foreach (var role in SiloSettings.Roles)
        {
            using var elsewhere = await silo.ClientFor(role).GetAsync(new Uri("/", UriKind.Relative));
            elsewhere.StatusCode.ShouldBe(HttpStatusCode.NotFound, role);
        }

        (await silo.Client.GetStringAsync("/openapi/v1.json")).ShouldNotContain("\"/\":");
    }

    [Fact]
    public void Values_are_encoded()
    {
        var page = new HomePage("<b>1</b>", "\"><script>", Membership.Member, Plan(), null, "http://127.0.0.1:8090");

        var html = HtmlTemplate.Load("home.html").Render(page.Values("http://{{version}}", "localhost"));

        html.ShouldContain("&lt;b&gt;1&lt;/b&gt; · &quot;&gt;&lt;script&gt; · member of a cluster");
        html.ShouldContain("curl http://{{version}}/catalog/events");
        html.ShouldContain("href=\"http://127.0.0.1:8090/\"");
        html.ShouldNotContain("/dashboard");
        html.ShouldNotContain("<table>");
    }

    private static ListenerPlan Plan() =>
        ListenerPlan.Read(new Settings(new ConfigurationBuilder().Build(), new ConfigurationProblems()), development: false);
}
