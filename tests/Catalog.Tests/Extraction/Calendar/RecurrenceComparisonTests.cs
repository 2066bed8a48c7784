using System.Diagnostics;
using System.Globalization;
using Actors.Catalog.Extraction.Calendar;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Extraction.Calendar;

/// <summary>
/// Compares random rules with python3-dateutil, an independent engine. The standard requires one difference: the start counts even if the rule does
/// not match it (RFC 5545, 3.8.5.3), while dateutil omits it.
/// </summary>
public sealed class RecurrenceComparisonTests(ITestOutputHelper output)
{
    private const int Made = 12_500, Compared = 10_000, Kept = 300;
    private const string Form = "yyyyMMdd'T'HHmmss";
    private static readonly string s_rules = Path.Combine(AppContext.BaseDirectory, "Extraction/Calendar/Fixtures/rules.txt");

    /// <summary>To rewrite the file: <c>UPDATE_RULES=1 tests/run --long --filter RecurrenceComparison</c>.</summary>
    [Fact]
    public async Task Stored_comparisons_still_hold()
    {
        var lines = await File.ReadAllLinesAsync(s_rules);
        lines.Length.ShouldBe(Kept);
        lines.Select(line => line.Split('\t')).Select(parts => Difference(parts[0], parts[1])).OfType<string>().ShouldBeEmpty();
    }

    [DateutilFact]
    [Trait("Category", "Long")]
    public async Task Random_rules_match_dateutil()
    {
        var random = SeededRandom.Create(output);
        var rules = Enumerable.Range(0, Made).Select(_ => RandomRules.Next(random)).ToList();
        var expected = await ExpandAsync(rules);
        var judged = rules.Zip(expected).Where(pair => pair.Second != "?").ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_RULES") == "1")
            await File.WriteAllLinesAsync(RepoRoot.Combine("tests/Catalog.Tests/Extraction/Calendar/Fixtures/rules.txt"), judged.Take(Kept).Select(pair => $"{pair.First}\t{pair.Second}"));

        output.WriteLine($"{judged.Count} compared, {Made - judged.Count} not expanded in time, {judged.Count(pair => pair.Second.Length > 0)} with moments");
        judged.Count.ShouldBeGreaterThan(Compared);
        judged.Select(pair => Difference(pair.First, pair.Second)).OfType<string>().Take(20).ShouldBeEmpty();
    }

    // Null if both agree.
    private static string? Difference(string line, string expected)
    {
        var (start, text) = (DateTime.ParseExact(line.Split(' ')[0], Form, CultureInfo.InvariantCulture), line.Split(' ')[1]);
        var rule = RecurrenceRuleReader.Read(text);
        if (rule is null) return $"{line}: not understood";
        var wanted = expected.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var until = rule.Until!.Local;
        var moments = Recurrence.Expand(rule, start, DateOnly.FromDateTime(start), DateOnly.FromDateTime(until), moment => moment > until, new(50_000_000))
            .Select(moment => moment.ToString(Form, CultureInfo.InvariantCulture)).Take(wanted.Length + 1).ToList();
        if (wanted is [] || wanted[0] != moments[0]) moments.RemoveAt(0);
        var found = moments.Take(wanted.Length).ToList();
        return found.SequenceEqual(wanted) && (wanted.Length == 60 || moments.Count == wanted.Length) ? null : $"{line}: {string.Join(' ', found.Take(5))} instead of {string.Join(' ', wanted.Take(5))}";
    }

    private static async Task<string[]> ExpandAsync(IReadOnlyList<string> rules)
    {
        var start = new ProcessStartInfo("python3", [Path.Combine(AppContext.BaseDirectory, "Extraction/Calendar/Fixtures/expand_rules.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var python = Process.Start(start)!;
        var writing = Task.Run(async () =>
        {
            foreach (var rule in rules) await python.StandardInput.WriteLineAsync(rule);
            python.StandardInput.Close();
        });
        var lines = await python.StandardOutput.ReadToEndAsync();
        await Task.WhenAll(writing, python.WaitForExitAsync());
        return [.. lines.Split('\n')[..rules.Count].Select(line => line.Trim())];
    }

    /// <summary>A fact that needs python3-dateutil. Skipped if it is missing.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class DateutilFactAttribute : FactAttribute
    {
        private static readonly Lazy<bool> s_isThere = new(IsThere);

        public DateutilFactAttribute() => Skip = s_isThere.Value ? null : "python3 cannot import dateutil (Debian: python3-dateutil).";

        private static bool IsThere()
        {
            try
            {
                using var python = Process.Start(new ProcessStartInfo("python3", ["-c", "import dateutil.rrule"]) { RedirectStandardError = true })!;
                python.WaitForExit();
                return python.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return false;
            }
        }
    }
}
