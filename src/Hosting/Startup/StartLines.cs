using System.Collections.Immutable;
using System.Globalization;
using Actors.Core.Startup;
using Actors.Web.Listeners;

namespace Actors.Hosting.Startup;

/// <summary>The lines that the program prints at start: its configuration for operators, and the addresses to open.</summary>
internal static class StartLines
{
    private const int TopicWidth = 10;

    /// <param name="version">The version of the program.</param>
    /// <param name="environment">ASP.NET Core's environment name.</param>
    /// <param name="plan">The planned listeners.</param>
    /// <param name="bound">The addresses that the server bound; a planned port may be 0.</param>
    /// <param name="parts">The lines of the parts of the program.</param>
    public static ImmutableArray<string> Of(
        string version, string environment, ListenerPlan plan, IReadOnlyCollection<string> bound, IReadOnlyCollection<StartLine> parts)
    {
        var combined = bound.FirstOrDefault(address => IsCombined(address, plan)) ?? plan.Urls[0];
        var root = ListenerAddress.ToOpen(combined);
        return
        [
            $"Actors {version}, {environment}",
            .. parts.Where(part => part.Path is null).Select(part => Line(part.Topic, part.Text)),
            .. plan.Roles.Values.All(role => role == ListenerPlan.Metrics) ? Array.Empty<string>() : [Line("roles", Roles(plan))],
            Line("metrics", plan.MetricsListen is { } metrics ? $"{ListenerAddress.ToOpen(metrics)}/metrics" : $"{root}/metrics"),
            .. parts.Where(part => part.Path is not null).Select(part => Line(part.Topic, $"{root}{part.Path} {part.Text}")),
            Line("API page", $"{root}/docs"),
            Line("open", $"{root}/"),
        ];
    }

    private static string Line(string topic, string text) => $"{topic.PadRight(TopicWidth)}{text}";

    private static bool IsCombined(string address, ListenerPlan plan) => plan.RoleOf(BindingAddress.Parse(address).Port) == ListenerPlan.Combined;

    private static string Roles(ListenerPlan plan) => string.Join(", ", plan.Roles.Where(role => role.Value != ListenerPlan.Metrics)
        .OrderBy(role => role.Key).Select(role => string.Create(CultureInfo.InvariantCulture, $"{role.Value} {role.Key}")));
}
