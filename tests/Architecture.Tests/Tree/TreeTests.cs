using System.Text.RegularExpressions;
using Actors.Architecture.Tests.Reading;

namespace Actors.Architecture.Tests.Tree;

public sealed partial class TreeTests
{
    private const int LongestFile = 250;
    private const int NineInTen = 150;

    private static readonly string[] s_top =
        ["src", "tests", "silo", "deploy", "Actors.sln", "Directory.Build.props", "Directory.Packages.props", "nuget.config", "README.md"];

    [Fact]
    public void The_top_folder_holds_what_the_design_lists() =>
        Tracked.Files.Select(f => f.Split('/')[0]).Where(f => !f.StartsWith('.')).Distinct().Except(s_top).ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_machine_or_a_package_source() =>
        Tracked.Files.Where(IsText).SelectMany(f => Machine().Matches(Tracked.Text(f)).Select(m => $"{f}: {m.Value}")).ShouldBeEmpty();

    [Theory]
    [InlineData("see /wo" + "rk/main")]
    [InlineData("https://api.nu" + "get.org/v3")]
    [InlineData("http://registry.npm" + "js.org")]
    public void The_check_sees_such_names(string text) => Machine().IsMatch(text).ShouldBeTrue();

    [Fact]
    public void Files_are_short()
    {
        var lines = Tracked.CSharp("").Select(f => (File: f, Lines: Tracked.Text(f).Count(c => c == '\n'))).OrderBy(f => f.Lines).ToList();
        lines.Where(f => f.Lines > LongestFile).ShouldBeEmpty();
        lines[lines.Count * 9 / 10].Lines.ShouldBeLessThanOrEqualTo(NineInTen);
    }

    [Fact]
    public void The_namespace_of_a_file_is_its_folder()
    {
        var files = Tracked.CSharp("src/").Concat(Tracked.CSharp("silo/"));
        files.Where(f => Namespace().Match(Tracked.Text(f)) is { Success: true } said && said.Groups[1].Value != Expected(f)).ShouldBeEmpty();
    }

    [Fact]
    public void Log_messages_stand_beside_the_class_that_logs()
    {
        var files = Tracked.CSharp("src/").Concat(Tracked.CSharp("silo/"));
        files.Where(f => !f.EndsWith("Log.cs", StringComparison.Ordinal) && Tracked.Text(f).Contains("[LoggerMessage", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static bool IsText(string file) => !Tracked.Text(file).Contains('\0', StringComparison.Ordinal);

    private static string Expected(string file)
    {
        var folders = file.Split('/')[..^1];
        return "Actors." + string.Join('.', folders[0] == "silo" ? folders[1..].Prepend("Silo") : folders[1..]);
    }

    [GeneratedRegex("https?://[a-z0-9.]*(nuget|npmjs|debian)[a-z0-9.]*|/(work|farm|root)/")]
    private static partial Regex Machine();

    [GeneratedRegex(@"^namespace\s+([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
