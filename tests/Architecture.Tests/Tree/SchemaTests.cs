using System.Text.RegularExpressions;
using Actors.Architecture.Tests.Reading;
using Actors.Persistence.Migrations;

namespace Actors.Architecture.Tests.Tree;

/// <summary>A script that removes something declares which programs it breaks. Those are refused; all others can be rolled back to.</summary>
public sealed partial class SchemaTests
{
    [Fact]
    public void A_removing_script_declares_what_it_breaks()
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
    public void Breaking_statements_are_found(string statement)
    {
        Hides(statement).ShouldBeTrue();
        Hides("-- Breaks programs before 044.\n" + statement).ShouldBeFalse();
    }

    [Theory]
    [InlineData("ALTER TABLE events ADD COLUMN venue BIGINT;")]
    [InlineData("ALTER TABLE events ADD COLUMN venue BIGINT NOT NULL DEFAULT 0;")]
    [InlineData("DROP INDEX events_by_venue;\nCREATE INDEX events_by_venue ON events (venue);")]
    [InlineData("CREATE TABLE halls (key TEXT NOT NULL);\nCREATE UNIQUE INDEX halls_by_key ON halls (key);")]
    public void Additions_need_no_declaration(string statements) => Hides(statements).ShouldBeFalse();

    [Theory]
    [InlineData("  DROP  TABLE\tevents;")]
    [InlineData("/* gone */ DROP TABLE events;")]
    [InlineData("-- Gone.\nDROP\nTABLE events;")]
    [InlineData("SELECT 1; DROP TABLE events;")]
    [InlineData("ALTER TABLE events\n    ADD COLUMN venue BIGINT\n    NOT NULL;")]
    [InlineData("ALTER TABLE events ADD COLUMN venue BIGINT DEFAULT 0,\n DROP COLUMN place;")]
    [InlineData("CREATE UNIQUE INDEX events_by_venue\n    ON events (venue);")]
    public void Whitespace_hides_no_statement(string statement) => Hides(statement).ShouldBeTrue();

    [Theory]
    [InlineData("-- Breaks programs before the last one.")]
    [InlineData("-- Breaks programs before 44.")]
    [InlineData("/* -- Breaks programs before 044. */")]
    public void An_unknown_declaration_does_not_count(string word) => Hides(word + "\nDROP TABLE events;").ShouldBeTrue();

    [Fact]
    public void An_index_is_dropped_after_its_replacement_exists() =>
        Scripts().Where(f => DropsEarly(Tracked.Text(f))).ShouldBeEmpty();

    [Fact]
    public void An_early_drop_of_an_index_is_found()
    {
        DropsEarly("-- A better one.\nDROP INDEX a;\n\nCREATE INDEX b ON events (id);").ShouldBeTrue();
        DropsEarly("CREATE INDEX b ON events (id);\nDROP INDEX a;").ShouldBeFalse();
    }

    private static List<string> Scripts() => [.. Tracked.Files.Where(f => ScriptName().IsMatch(f))];

    private static bool Hides(string sql) => new SchemaScript(1, "script", null, sql).Oldest == 0 && Statements(sql).Any(s => Takes().IsMatch(s) || IsUnique(sql, s));

    private static bool IsUnique(string sql, string statement) => Unique().Match(statement) is { Success: true } index
        && !Statements(sql).Any(s => s.StartsWith($"CREATE TABLE {index.Groups[1].Value} (", StringComparison.OrdinalIgnoreCase));

    /// <summary>After DROP INDEX the table is locked until the commit, so CREATE INDEX must come before it.</summary>
    private static bool DropsEarly(string sql) => Statements(sql).SkipWhile(s => !Drop().IsMatch(s)).Any(s => Create().IsMatch(s));

    // Also splits literals and function bodies; their parts are checked like statements.
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
