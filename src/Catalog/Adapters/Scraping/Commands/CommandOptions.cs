using System.Collections.Immutable;

namespace Actors.Catalog.Adapters.Scraping.Commands;

/// <summary>The arguments of a command: <c>--name value</c> pairs and words.</summary>
/// <param name="Values">By name, without dashes.</param>
/// <param name="Words">What belongs to no name.</param>
internal sealed record CommandOptions(ImmutableDictionary<string, string> Values, ImmutableArray<string> Words)
{
    /// <summary>Null when a name is not one of <paramref name="names"/>, or has no value.</summary>
    public static CommandOptions? Read(ImmutableArray<string> arguments, params ReadOnlySpan<string> names)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var words = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
                words.Add(arguments[i]);
            else if (names.Contains(arguments[i][2..]) && i + 1 < arguments.Length)
                values[arguments[i][2..]] = arguments[++i];
            else
                return null;
        }
        return new(values.ToImmutable(), words.ToImmutable());
    }

    public string? Value(string name) => Values.GetValueOrDefault(name);
}
