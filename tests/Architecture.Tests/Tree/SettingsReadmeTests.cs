using System.Text.RegularExpressions;
using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Tree;

/// <summary>Compares the tables of settings in the program's README with the settings that the code reads.</summary>
public sealed partial class SettingsReadmeTests
{
    private const int FewestSettings = 20;
    private static readonly string s_code = string.Concat(Tracked.CSharp("src/").Concat(Tracked.CSharp("silo/")).Select(Tracked.Text));
    private static readonly HashSet<string> s_documented = [.. Rows().Matches(Tracked.Text("silo/README.md")).SelectMany(row => Names().Matches(row.Value)).Select(name => name.Groups[1].Value)];

    [Fact]
    public void Every_setting_that_is_read_has_a_row()
    {
        var read = Reads().Matches(s_code).Select(match => match.Groups[1].Value).Distinct().ToList();
        read.Count.ShouldBeGreaterThan(FewestSettings);
        read.Except(s_documented).ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_is_a_setting_of_the_code() =>
        s_documented.Where(name => !s_code.Contains($"\"{name}\"", StringComparison.Ordinal)).ShouldBeEmpty();

    // Finds calls of Settings with a literal name. Names in constants are found only by the other test.
    [GeneratedRegex(@"\bsettings\.(?:Text|Integer|Seconds|Flag|Url|Zone|List)\(""([A-Z][A-Z0-9_]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Reads();

    // The first column.
    [GeneratedRegex(@"^\| `[^|]*\|", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Rows();

    [GeneratedRegex("`([A-Z][A-Z0-9_]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Names();
}
