using Actors.Core.Configuration;
using Actors.Web.Listeners;
using Microsoft.Extensions.Configuration;

namespace Actors.Web.Tests.Http;

public sealed class ListenerPlans
{
    private readonly ConfigurationProblems _problems = new();

    [Fact]
    public void Development_has_the_ports_of_the_specification()
    {
        var plan = Read(development: true);

        plan.Urls.ShouldBe(["http://localhost:8000"]);
        new[] { 8000, 8001, 8002, 8003, 8004, 8005, 9999 }.Select(plan.RoleOf)
            .ShouldBe(["combined", "auth", "scraper", "catalog", "scraperCatalog", "gateway", "combined"]);
    }

    [Fact]
    public void Production_has_no_default_roles() => Read(development: false).AllUrls.ShouldBe(["http://localhost:8000"]);

    [Fact]
    public void A_role_has_the_host_of_the_combined_listener() =>
        Read(false, ("ASPNETCORE_URLS", "http://*:80"), ("LISTENERS", "auth=8001")).AllUrls.ShouldBe(["http://*:80", "http://*:8001"]);

    [Theory]
    [InlineData("auth")]
    [InlineData("auth=")]
    [InlineData("=8001")]
    [InlineData("auth=0")]
    [InlineData("auth=65536")]
    [InlineData("auth=8001,scraper=8001")]
    [InlineData("auth=8000")]
    [InlineData("catlog=8003")]
    [InlineData("Auth=8001")]
    [InlineData("metrics=9000")]
    [InlineData("combined=9000")]
    public void An_invalid_entry_is_a_problem(string listeners)
    {
        Read(false, ("LISTENERS", listeners));
        _problems.All.ShouldHaveSingleItem().Setting.ShouldBe("LISTENERS");
    }

    [Fact]
    public void An_unknown_role_is_a_problem_that_lists_the_roles()
    {
        Read(false, ("LISTENERS", "catlog=8003"));
        _problems.All.ShouldHaveSingleItem().Sentence.ShouldBe("there is no role \"catlog\"; roles are auth, scraper, catalog, scraperCatalog, gateway.");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_empty_setting_means_no_role_listeners(string listeners) =>
        Read(development: true, ("LISTENERS", listeners)).AllUrls.ShouldBe(["http://localhost:8000"]);

    [Theory]
    [InlineData("9464", "http://localhost:9464")]
    [InlineData("127.0.0.1:9464", "http://127.0.0.1:9464")]
    public void Metrics_may_have_their_own_listener(string setting, string url)
    {
        var plan = Read(false, ("METRICS_LISTEN", setting));

        plan.AllUrls.ShouldContain(url);
        plan.RoleOf(9464).ShouldBe(ListenerPlan.Metrics);
    }

    private ListenerPlan Read(bool development, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)))
            .Build();
        return ListenerPlan.Read(new Settings(configuration, _problems), development);
    }
}
