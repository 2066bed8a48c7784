using Actors.Core.Configuration;
using Actors.Hosting.Startup;
using Actors.Web.Listeners;

namespace Actors.Silo.Home;

/// <summary>What the page at <c>/</c> says of this program. Nothing of it is a secret: anybody may open the page.</summary>
/// <param name="Version">The program's.</param>
/// <param name="Environment">ASP.NET Core's name of it.</param>
/// <param name="Membership">Alone, or one of several silos.</param>
/// <param name="Listeners">The ports and their roles.</param>
/// <param name="Dashboard">The path of Orleans' dashboard; null when there is none.</param>
/// <param name="DemoSite">The address of the demo site; null when there is none.</param>
internal sealed record HomePage(string Version, string Environment, Membership Membership, ListenerPlan Listeners, string? Dashboard, string? DemoSite)
{
    /// <summary>The values of the page for a caller.</summary>
    /// <param name="root">The address of this listener as the caller knows it.</param>
    /// <param name="host">The host in it, for listeners that have no name of their own.</param>
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
        yield return Link("Calendar", "/catalog/events.ics", "The same for a calendar program");
        yield return Link("API page", "/docs", "Every operation, to read and to try");
        yield return Link("OpenAPI", "/openapi/v1.json", "The document behind the API page");
        if (Dashboard is not null) yield return Link("Orleans Dashboard", Dashboard, "Grains, calls and silos; for administrators");
        yield return Link("Health", "/health", "Whether this silo can work");
        var metrics = Listeners.MetricsListen is { } listen ? ListenerAddress.ToOpen(listen, host) : "";
        yield return Link("Metrics", $"{metrics}/metrics", "Numbers for Prometheus");
        if (DemoSite is not null) yield return Link("Demo site", $"{DemoSite}/", "The small event site that --demo scrapes");
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
