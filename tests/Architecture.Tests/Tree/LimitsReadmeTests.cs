using System.Reflection;
using Actors.Architecture.Tests.Reading;
using Actors.TestKit;
using Actors.Web.RateLimiting;

namespace Actors.Architecture.Tests.Tree;

/// <summary>The README of Web lists every rate limit.</summary>
public sealed class LimitsReadmeTests
{
    private static readonly string[] s_rows = [.. File.ReadAllLines(RepoRoot.Combine("src/Web/README.md")).Where(l => l.StartsWith("| `", StringComparison.Ordinal))];

    [Fact]
    public void The_table_has_every_policy()
    {
        var policies = OurCode.Types
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => f.FieldType == typeof(RateLimitPolicy)).Select(f => (RateLimitPolicy)f.GetValue(null)!).ToList();

        policies.Count.ShouldBeGreaterThan(6);
        policies.Where(p => !s_rows.Any(row => Says(row, p))).Select(p => p.Name).ShouldBeEmpty();
    }

    private static bool Says(string row, RateLimitPolicy policy)
    {
        var window = policy.Window == TimeSpan.FromMinutes(1) ? "a minute" : policy.Window == TimeSpan.FromHours(1) ? "an hour" : $"in {policy.Window}";
        return row.StartsWith($"| `{policy.Name}` | {policy.Permits} {window} | ", StringComparison.Ordinal)
            && row.EndsWith(policy.Strict ? " | yes |" : " | no |", StringComparison.Ordinal);
    }
}
