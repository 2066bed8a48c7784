using System.Globalization;
using Actors.Catalog.Provider.Sync;
using Actors.Core.Commands;

namespace Actors.Catalog.Tests.Provider;

public sealed class SyncArgumentsTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("--all", "2000-01-01")]
    [InlineData("--date=2024-02-29", "2024-02-29")]
    [InlineData("--date 2024-02-29", "2024-02-29")]
    public void Arguments_are_read(string words, string? since)
    {
        var (arguments, given) = Read(words);
        given.Ok.ShouldBeTrue();
        arguments.Since.ShouldBe(since is null ? null : DateOnly.Parse(since, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("--date=2023-02-29")]
    [InlineData("--date=yesterday")]
    [InlineData("--date")]
    [InlineData("--all --date=2024-01-01")]
    [InlineData("--alle")]
    [InlineData("2024-01-01")]
    public void Invalid_arguments_are_named(string words) => Read(words).Given.Ok.ShouldBeFalse();

    private static (SyncArguments Arguments, CommandArguments Given) Read(string words)
    {
        var given = SyncArguments.Syntax.Read(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return (SyncArguments.Read(given), given);
    }
}
