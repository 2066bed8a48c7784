using System.Text.RegularExpressions;
using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Tree;

/// <summary>A script that takes something away says which programs it breaks, so that those are refused and all others may be rolled back.</summary>
public sealed partial class SchemaTests
{
    [Fact]
    public void A_script_that_takes_something_away_says_so()
    {
        var scripts = Tracked.Files.Where(f => ScriptName().IsMatch(f)).ToList();
        scripts.Count.ShouldBeGreaterThan(10);
        scripts.Where(f => Hides(Tracked.Text(f))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DROP TABLE events;")]
    [InlineData("ALTER TABLE events DROP COLUMN venue;")]
    [InlineData("ALTER TABLE events RENAME COLUMN venue TO place;")]
    [InlineData("ALTER TABLE events ADD COLUMN venue BIGINT NOT NULL;")]
    [InlineData("CREATE UNIQUE INDEX events_by_venue ON events (venue);")]
    [InlineData("UPDATE events SET venue = 1;")]
    public void What_older_programs_stumble_over_is_seen(string statement)
    {
        Hides(statement).ShouldBeTrue();
        Hides("-- Breaks programs before 044.\n" + statement).ShouldBeFalse();
    }

    [Theory]
    [InlineData("ALTER TABLE events ADD COLUMN venue BIGINT;")]
    [InlineData("ALTER TABLE events ADD COLUMN venue BIGINT NOT NULL DEFAULT 0;")]
    [InlineData("DROP INDEX events_by_venue;\nCREATE INDEX events_by_venue ON events (venue);")]
    [InlineData("CREATE TABLE halls (key TEXT NOT NULL);\nCREATE UNIQUE INDEX halls_by_key ON halls (key);")]
    public void What_only_adds_needs_no_word(string statements) => Hides(statements).ShouldBeFalse();

    private static bool Hides(string sql) => !sql.Contains("-- Breaks programs before ", StringComparison.Ordinal)
        && (Takes().IsMatch(sql) || Unique().Matches(sql).Any(index => !sql.Contains($"CREATE TABLE {index.Groups[1].Value} (", StringComparison.Ordinal)));

    [GeneratedRegex(@"^(src/.*/Schema|deploy/schema)/\d{3}-[\w.-]+\.sql$")]
    private static partial Regex ScriptName();

    [GeneratedRegex(@"^(DROP TABLE|TRUNCATE|DELETE|UPDATE|ALTER TABLE \S+ (DROP|RENAME|ALTER|ADD CONSTRAINT|ADD COLUMN (?!.*DEFAULT).*NOT NULL))\b", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Takes();

    [GeneratedRegex(@"^CREATE UNIQUE INDEX \S+ ON (\w+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Unique();
}
