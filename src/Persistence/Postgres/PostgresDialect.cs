using System.Text.RegularExpressions;

namespace Actors.Persistence.Postgres;

/// <summary>The one place where the common subset needs a hand: <c>IN @list</c>, which Dapper spells out for SQLite and hands to
/// Npgsql as one array.</summary>
internal static partial class PostgresDialect
{
    public static string Of(string sql) => InList().Replace(sql, match =>
        match.Groups["not"].Success ? $"<> ALL(@{match.Groups["list"]})" : $"= ANY(@{match.Groups["list"]})");

    [GeneratedRegex(@"\b(?<not>NOT\s+)?IN\s+@(?<list>\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InList();
}
