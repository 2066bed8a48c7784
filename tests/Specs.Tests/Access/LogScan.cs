using System.Text.RegularExpressions;

namespace Actors.Specs.Tests.Access;

/// <summary>Searches a log for secrets and personal data.</summary>
internal static partial class LogScan
{
    /// <summary>The lines that contain one of the secrets, an e-mail address, or text in the form of a token.</summary>
    public static string[] Find(string log, IEnumerable<string> secrets)
    {
        var known = secrets.ToArray();
        return [.. log.Split('\n').Where(line => known.Any(s => line.Contains(s, StringComparison.OrdinalIgnoreCase)) || Address().IsMatch(line) || Token().IsMatch(line))];
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(\.[\w-]+)+")]
    private static partial Regex Address();

    // A JWT begins with an encoded brace and quotation mark.
    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]+")]
    private static partial Regex Token();
}
