using Actors.Accounts.Sessions;

namespace Actors.Accounts.Tests.Sessions;

/// <summary>The decision on the use of a refresh token.</summary>
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
    public void The_decision_depends_on_the_token_and_the_time(string token, int secondsSinceRotation, string expected) =>
        RefreshRule.Decide(token, "current", "parent", TimeSpan.FromSeconds(secondsSinceRotation)).ToString().ShouldBe(expected);

    [Fact]
    public void Before_the_first_rotation_only_the_current_token_is_valid() =>
        RefreshRule.Decide("other", "current", null, TimeSpan.Zero).ShouldBe(RefreshUse.Reused);
}
