using Actors.Core.Commands;

namespace Actors.Core.Tests.Commands;

public sealed class CommandSyntaxTests
{
    private static readonly CommandSyntax s_copy = new CommandSyntax("copy", "copies things")
        .Word("FROM").MoreWords("TO").Option("limit", "N").Option("day", "YYYY-MM-DD").Option("id", "UUID").Option("kind", "KIND").Option("site", "URL").Flag("json");

    [Fact]
    public void The_usage_lists_the_arguments() => s_copy.Usage.ShouldBe(
        "copy FROM [TO …] [--limit N] [--day YYYY-MM-DD] [--id UUID] [--kind KIND] [--site URL] [--json]: copies things");

    [Theory]
    [InlineData("a --limit 5 --json b")]
    [InlineData("--limit=5 --json a b")]
    [InlineData("--json -- a b", 7)]
    public void Options_may_stand_anywhere_before_two_dashes(string line, int limit = 5)
    {
        var given = Read(line);

        given.Integer("limit", otherwise: 7, min: 1, max: 9).ShouldBe(limit);
        given.Has("json").ShouldBeTrue();
        given.Words.ShouldBe(["a", "b"]);
        given.Ok.ShouldBeTrue();
    }

    [Fact]
    public void Everything_after_two_dashes_is_a_word()
    {
        var given = Read("-- --limit -x -- --json=1");

        given.Words.ShouldBe(["--limit", "-x", "--", "--json=1"]);
        (given.Ok, given.Has("json")).ShouldBe((true, false));
    }

    [Fact]
    public void Values_have_types()
    {
        var given = Read("https://a.example/x - --day 2024-02-29 --id=00000000-0000-4000-8000-000000000001 --kind=small --site=https://b.example/");

        given.UrlWord(0).ShouldBe(new Uri("https://a.example/x"));
        given.Word(1).ShouldBe("-");
        given.Day("day").ShouldBe(new(2024, 2, 29));
        given.Uuid("id").ShouldBe(new("00000000-0000-4000-8000-000000000001"));
        given.OneOf("kind", ["small", "large"]).ShouldBe("small");
        given.Url("site").ShouldBe(new Uri("https://b.example/"));
        given.Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "FROM is missing.")]
    [InlineData("--json", "FROM is missing.")]
    [InlineData("a --what", "'--what' is not known.")]
    [InlineData("a --what=hunter2", "'--what' is not known.")]
    [InlineData("a --what-nobody-could-ever-have-meant", "'--what-nobody-could-ever…' is not known.")]
    [InlineData("a -h", "'-h' is not known. Put words that begin with a dash after --.")]
    [InlineData("a -phunter2", "'-p…' is not known. Put words that begin with a dash after --.")]
    [InlineData("a -p=hunter2", "'-p' is not known. Put words that begin with a dash after --.")]
    [InlineData("a --=x", "'--' is not known.")]
    [InlineData("a --limit", "--limit needs a value.")]
    [InlineData("a --limit=", "--limit needs a value.")]
    [InlineData("a --limit --json", "--limit needs a value.")]
    [InlineData("a --limit --", "--limit needs a value.")]
    [InlineData("a --json=yes", "--json takes no value.")]
    [InlineData("a --json --json", "--json is given twice.")]
    [InlineData("a --limit 1 --limit=2", "--limit is given twice.")]
    [InlineData("a --limit ten", "--limit is 'ten', which is not a whole number from 1 to 9.")]
    [InlineData("a --limit 10", "--limit is '10', which is not a whole number from 1 to 9.")]
    [InlineData("a --limit -1", "--limit is '-1', which is not a whole number from 1 to 9.")]
    [InlineData("a --limit 99999999999", "--limit is '99999999999', which is not a whole number from 1 to 9.")]
    [InlineData("a --day 2023-02-29", "--day is '2023-02-29', which is not a day written as YYYY-MM-DD.")]
    [InlineData("a --day today", "--day is 'today', which is not a day written as YYYY-MM-DD.")]
    [InlineData("a --id 1", "--id is '1', which is not a uuid.")]
    [InlineData("a --kind odd", "--kind is 'odd'; known values: large, small.")]
    [InlineData("a --site ftp://x/", "--site is 'ftp://x/', which is not an http or https address.")]
    public void An_error_is_a_sentence(string line, string sentence) => Faults(Read(line)).ShouldBe(sentence);

    [Fact]
    public void All_errors_are_reported_together() =>
        Faults(Read("--what --limit x --json=1 --day")).ShouldBe(
            "'--what' is not known. --json takes no value. --day needs a value. FROM is missing. --limit is 'x', which is not a whole number from 1 to 9.");

    [Fact]
    public void Unexpected_words_are_refused()
    {
        new CommandSyntax("x", "does it").Read(["a"]).Refusal.ShouldBe("'a' is not known. Usage: x: does it");
        new CommandSyntax("x", "does it").Word("A").Read(["a", "b", "c"]).Refusal
            .ShouldBe("'b' is one argument too many. 'c' is one argument too many. Usage: x A: does it");
    }

    [Fact]
    public void An_error_repeats_only_the_beginning_of_an_unexpected_word()
    {
        new CommandSyntax("x", "does it").Read(["hunter2-hunter2"]).Refusal.ShouldBe("'hunter…' is not known. Usage: x: does it");
        new CommandSyntax("x", "does it").Word("A").Read(["a", "hunter2-hunter2"]).Refusal.ShouldBe("'hunter…' is one argument too many. Usage: x A: does it");
        new CommandSyntax("x", "does it").Read(["-h"]).Refusal.ShouldBe("'-h' is not known. Usage: x: does it");
    }

    [Fact]
    public async Task A_refusal_is_one_line_and_exit_code_2()
    {
        var said = new List<string>();

        var exit = await Read("--limit").RefuseAsync(line =>
        {
            said.Add(line);
            return Task.CompletedTask;
        });

        (exit, said.ShouldHaveSingleItem()).ShouldBe((2, $"--limit needs a value. FROM is missing. Usage: {s_copy.Usage}"));
    }

    [Fact]
    public void Reading_an_undeclared_option_throws() => Should.Throw<ArgumentException>(() => Read("a").Text("other"));

    private static CommandArguments Read(string line) => s_copy.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Faults(CommandArguments given)
    {
        given.Integer("limit", 1, min: 1, max: 9).ShouldBeInRange(1, 9);
        _ = (given.Day("day"), given.Uuid("id"), given.OneOf("kind", ["small", "large"]), given.Url("site"), given.Has("json"));
        given.Ok.ShouldBeFalse();
        return given.Refusal.Replace($" Usage: {s_copy.Usage}", "", StringComparison.Ordinal);
    }
}
