using System.Globalization;

namespace Actors.Catalog.Rules.Provider;

/// <summary>What <c>sync_events</c> is told.</summary>
/// <param name="Since">The day to begin with; null: yesterday.</param>
internal sealed record SyncArguments(DateOnly? Since)
{
    private const string DateOption = "--date", AllOption = "--all";

    /// <summary>The arguments, or a sentence about what is wrong with them. Both <c>--date=D</c> and <c>--date D</c> are understood.</summary>
    public static (SyncArguments? Arguments, string? Fault) Read(IReadOnlyList<string> words)
    {
        DateOnly? since = null;
        var all = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == AllOption) all = true;
            else if (ValueOf(words, ref i) is not { } text) return (null, $"'{words[i]}' is not understood.");
            else if (Day(text) is { } day) since = day;
            else return (null, $"'{text}' is not a day written as YYYY-MM-DD.");
        }

        return all && since is not null ? (null, "--date and --all exclude each other.") : (new(all ? SyncDay.First : since), null);
    }

    private static string? ValueOf(IReadOnlyList<string> words, ref int at)
    {
        if (words[at].StartsWith(DateOption + "=", StringComparison.Ordinal)) return words[at][(DateOption.Length + 1)..];
        return words[at] == DateOption && at + 1 < words.Count ? words[++at] : null;
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
