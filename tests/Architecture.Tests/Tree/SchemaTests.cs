using System.Text.RegularExpressions;
using Actors.Architecture.Tests.Reading;
using Actors.Persistence.Migrations;

namespace Actors.Architecture.Tests.Tree;

/// <summary>A script that takes something away says which programs it breaks, so that those are refused and all others may be rolled back.</summary>
public sealed partial class SchemaTests
{
    [Fact]
    public void A_script_that_takes_something_away_says_so()
    {
        var scripts = Scripts();
        scripts.Count(f => f.Contains("/001-baseline.", StringComparison.Ordinal)).ShouldBe(8);
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

    [Theory]
    [InlineData("  DROP  TABLE\tevents;")]
    [InlineData("/* gone */ DROP TABLE events;")]
    [InlineData("-- Gone.\nDROP\nTABLE events;")]
    [InlineData("SELECT 1; DROP TABLE events;")]
    [InlineData("ALTER TABLE events\n    ADD COLUMN venue BIGINT\n    NOT NULL;")]
    [InlineData("ALTER TABLE events ADD COLUMN venue BIGINT DEFAULT 0,\n DROP COLUMN place;")]
    [InlineData("CREATE UNIQUE INDEX events_by_venue\n    ON events (venue);")]
    public void How_a_statement_is_laid_out_hides_nothing(string statement) => Hides(statement).ShouldBeTrue();

    [Theory]
    [InlineData("-- Breaks programs before the last one.")]
    [InlineData("-- Breaks programs before 44.")]
    [InlineData("/* -- Breaks programs before 044. */")]
    public void A_word_that_the_program_does_not_read_is_none(string word) => Hides(word + "\nDROP TABLE events;").ShouldBeTrue();

    [Fact]
    public void An_index_is_dropped_after_the_new_one_is_made() =>
        Scripts().Where(f => DropsEarly(Tracked.Text(f))).ShouldBeEmpty();

    [Fact]
    public void An_index_that_is_dropped_too_early_is_seen()
    {
        DropsEarly("-- A better one.\nDROP INDEX a;\n\nCREATE INDEX b ON events (id);").ShouldBeTrue();
        DropsEarly("CREATE INDEX b ON events (id);\nDROP INDEX a;").ShouldBeFalse();
    }

    private static List<string> Scripts() => [.. Tracked.Files.Where(f => ScriptName().IsMatch(f))];

    private static bool Hides(string sql) => new SchemaScript(1, "script", null, sql).Oldest == 0 && Statements(sql).Any(s => Takes().IsMatch(s) || IsUnique(sql, s));

    private static bool IsUnique(string sql, string statement) => Unique().Match(statement) is { Success: true } index
        && !Statements(sql).Any(s => s.StartsWith($"CREATE TABLE {index.Groups[1].Value} (", StringComparison.OrdinalIgnoreCase));

    /// <summary>Until the commit nobody reads the table, so the making of an index must not fall into that time.</summary>
    private static bool DropsEarly(string sql) => Statements(sql).SkipWhile(s => !Drop().IsMatch(s)).Any(s => Create().IsMatch(s));

    // Texts and bodies of functions are cut as well: what that leaves is looked at all the same.
    private static List<string> Statements(string sql) => [.. Comment().Replace(sql, " ").Split(';').Select(s => Space().Replace(s, " ").Trim())];

    [GeneratedRegex(@"^(src/.*/Schema|deploy/schema)/\d{3}-[\w.-]+\.sql$")]
    private static partial Regex ScriptName();

    [GeneratedRegex(@"--[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"^(DROP TABLE|TRUNCATE|DELETE|UPDATE|ALTER TABLE .*?\b(DROP|RENAME|ALTER|ADD CONSTRAINT|ADD COLUMN (?![^,]*DEFAULT)[^,]*NOT NULL))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Takes();

    [GeneratedRegex(@"^CREATE UNIQUE INDEX .*?\bON (\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex Unique();

    [GeneratedRegex("^DROP INDEX ", RegexOptions.IgnoreCase)]
    private static partial Regex Drop();

    [GeneratedRegex("^CREATE (UNIQUE )?INDEX ", RegexOptions.IgnoreCase)]
    private static partial Regex Create();
}
