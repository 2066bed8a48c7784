using Actors.Accounts.Sessions;

namespace Actors.Accounts.Tests.Sessions;

/// <summary>What the use of a refresh token comes to.</summary>
public sealed class RefreshRuleTests
{
    [Theory]
    [InlineData("current", 0, "Rotate")]
    [InlineData("current", 1_000_000, "Rotate")]
    [InlineData("current", -3600, "Rotate")]
    [InlineData("parent", 0, "Repeat")]
    [InlineData("parent", 10, "Repeat")]
    [InlineData("parent", -10, "Repeat")]
    [InlineData("parent", 11, "Reused")]
    [InlineData("parent", -11, "Reused")]
    [InlineData("parent", -3600, "Reused")]
    [InlineData("older", 0, "Reused")]
    public void A_token_is_judged_by_what_it_is_and_when(string token, int secondsSinceRotation, string expected) =>
        RefreshRule.Judge(token, "current", "parent", TimeSpan.FromSeconds(secondsSinceRotation)).ToString().ShouldBe(expected);

    [Fact]
    public void Before_the_first_rotation_only_the_current_token_is_good() =>
        RefreshRule.Judge("other", "current", null, TimeSpan.Zero).ShouldBe(RefreshUse.Reused);
}
