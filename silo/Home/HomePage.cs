using Actors.Core.Configuration;
using Actors.Hosting.Startup;
using Actors.Web.Listeners;

namespace Actors.Silo.Home;

/// <summary>The content of the page at <c>/</c>. The page is public, so it contains no secrets.</summary>
/// <param name="Version">The version of the program.</param>
/// <param name="Environment">The name of the environment.</param>
/// <param name="Membership">Whether the silo is alone or a member of a cluster.</param>
/// <param name="Listeners">The listeners and their roles.</param>
/// <param name="Dashboard">The path of the Orleans Dashboard; null if it is off.</param>
/// <param name="DemoSite">The address of the demo site; null without <c>--demo</c>.</param>
internal sealed record HomePage(string Version, string Environment, Membership Membership, ListenerPlan Listeners, string? Dashboard, string? DemoSite)
{
    /// <summary>The values of the page for one request.</summary>
    /// <param name="root">The address of this listener in the request.</param>
    /// <param name="host">The host of the request, for listeners without a host name.</param>
    public HtmlValues Values(string root, string host) => new()
    {
        Texts =
        {
            ["version"] = Version,
            ["environment"] = Environment,
            ["membership"] = Membership == Membership.Member ? "member of a cluster" : "alone",
            ["root"] = root,
        },
        Sections =
        {
            ["link"] = [.. Links(host)],
            ["roles"] = Roles(host) is { Count: > 0 } roles ? [new() { Sections = { ["role"] = roles } }] : [],
        },
    };

    private IEnumerable<HtmlValues> Links(string host)
    {
        yield return Link("Catalogue", "/catalog/events", "Active events as JSON");
        yield return Link("Calendar", "/catalog/events.ics", "The same events for calendar programs");
        yield return Link("API page", "/docs", "All operations; try them in the browser");
        yield return Link("OpenAPI", "/openapi/v1.json", "The document behind the API page");
        if (Dashboard is not null) yield return Link("Orleans Dashboard", Dashboard, "Grains, calls and silos; for administrators");
        yield return Link("Health", "/health", "Service health");
        var metrics = Listeners.MetricsListen is { } listen ? ListenerAddress.ToOpen(listen, host) : "";
        yield return Link("Metrics", $"{metrics}/metrics", "Metrics for Prometheus");
        if (DemoSite is not null) yield return Link("Demo site", $"{DemoSite}/", "The event site of --demo");
    }

    private IReadOnlyList<HtmlValues> Roles(string host) =>
    [
        .. Listeners.Roles.Where(role => role.Value != ListenerPlan.Metrics).OrderBy(role => role.Key).Select(role => new HtmlValues
        {
            Texts = { ["name"] = role.Value, ["address"] = ListenerAddress.ToOpen(Listeners.UrlOf(role.Key), host) },
        }),
    ];

    private static HtmlValues Link(string name, string address, string text) => new() { Texts = { ["name"] = name, ["address"] = address, ["text"] = text } };
}
