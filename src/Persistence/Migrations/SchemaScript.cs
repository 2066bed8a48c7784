using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Actors.Persistence.Migrations;

/// <summary>One numbered script: an embedded resource <c>….Schema.NNN-name.sql</c>, or <c>NNN-name.sqlite.sql</c> and
/// <c>NNN-name.postgresql.sql</c> where the databases need different SQL.</summary>
internal sealed partial record SchemaScript(int Number, string Name, string? Provider, string Sql)
{
    /// <summary>The checksum of the text with normalised line ends.</summary>
    public string Checksum =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>
    /// The last script that older programs must know to work with this one: NNN of a comment <c>-- Breaks programs before NNN.</c>, otherwise 0 for
    /// all programs.
    /// </summary>
    public int Oldest => Breaks().Match(Sql) is { Success: true } match ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : 0;

    /// <summary>The scripts of an assembly for a database provider, in order.</summary>
    public static IReadOnlyList<SchemaScript> Of(Assembly assembly, string provider)
    {
        var scripts = assembly.GetManifestResourceNames()
            .Select(resource => (Resource: resource, Match: ScriptName().Match(resource)))
            .Where(found => found.Match.Success)
            .Select(found => Read(assembly, found.Resource, found.Match))
            .Where(script => script.Provider is null || script.Provider == provider)
            .OrderBy(script => script.Number)
            .ToList();
        var duplicate = scripts.GroupBy(script => script.Number).FirstOrDefault(group => group.Count() > 1);
        return duplicate is null ? scripts : throw new SchemaException($"{assembly.GetName().Name} has two schema scripts numbered {duplicate.Key}.");
    }

    private static SchemaScript Read(Assembly assembly, string resource, Match match)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var provider = match.Groups["provider"];
        return new SchemaScript(
            int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture),
            match.Groups["name"].Value,
            provider.Success ? provider.Value : null,
            reader.ReadToEnd());
    }

    [GeneratedRegex(@"(^|\.)Schema\.(?<number>\d{3})-(?<name>[\w-]+)(\.(?<provider>sqlite|postgresql))?\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex ScriptName();

    [GeneratedRegex(@"^-- Breaks programs before (?<number>\d{3})\.", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Breaks();
}
