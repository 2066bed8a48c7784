using System.Collections.Immutable;

namespace Actors.Hosting.Metrics;

/// <summary>The meters whose numbers are worth showing, wherever they are sent.</summary>
public static class ShownMeters
{
    private const string Own = "Actors.";

    private static readonly ImmutableArray<string> s_others =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.Orleans", "System.Runtime"];

    /// <summary>Their names; an asterisk stands for any end.</summary>
    public static ImmutableArray<string> Names { get; } = s_others.Add($"{Own}*");

    /// <summary>Whether a meter is one of them.</summary>
    public static bool Has(string meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        return meter.StartsWith(Own, StringComparison.Ordinal) || s_others.Contains(meter, StringComparer.Ordinal);
    }
}
