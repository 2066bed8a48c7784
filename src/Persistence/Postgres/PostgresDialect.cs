using System.Text.RegularExpressions;

namespace Actors.Persistence.Postgres;

/// <summary>Rewrites <c>IN @list</c>, the only difference in the common SQL subset: Dapper expands the list for SQLite and passes it to Npgsql as
/// one array.</summary>
internal static partial class PostgresDialect
{
    public static string Of(string sql) => InList().Replace(sql, match =>
        match.Groups["not"].Success ? $"<> ALL(@{match.Groups["list"]})" : $"= ANY(@{match.Groups["list"]})");

    [GeneratedRegex(@"\b(?<not>NOT\s+)?IN\s+@(?<list>\w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InList();
}
