using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Actors.Hosting.Commands;

/// <summary>The words of a command line, apart: what is the command's, and what are settings such as <c>--DATA_DIR=/srv/actors</c>.</summary>
/// <param name="Name">The command.</param>
/// <param name="Arguments">What is for the command.</param>
/// <param name="Settings">What is for the configuration.</param>
internal sealed partial record CommandWords(string Name, ImmutableArray<string> Arguments, ImmutableArray<string> Settings)
{
    /// <summary>Takes the words apart.</summary>
    public static CommandWords Of(string[] args)
    {
        // After a pair of dashes there are words only.
        var before = args.Skip(1).TakeWhile(word => word != "--").ToLookup(IsSetting);
        var after = args.Skip(1).SkipWhile(word => word != "--");
        return new(args[0], [.. before[false], .. after], [.. before[true]]);
    }

    private static bool IsSetting(string word) => Setting().IsMatch(word);

    // Settings are written in capitals, apart from the host's own three; arguments of commands are not.
    [GeneratedRegex("^--([A-Z0-9_]+|environment|contentRoot|urls)=")]
    private static partial Regex Setting();
}
