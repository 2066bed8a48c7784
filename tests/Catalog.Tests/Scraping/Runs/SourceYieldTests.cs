using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Tests.Scraping.Runs;

public sealed class SourceYieldTests
{
    [Theory]
    [InlineData(new[] { 100, 100, 100 }, 20, true)]
    [InlineData(new[] { 100, 100, 100 }, 21, false)]
    [InlineData(new[] { 100, 100, 100 }, 0, true)]
    [InlineData(new[] { 100, 100 }, 0, false)]
    [InlineData(new[] { 4, 4, 4 }, 0, false)]
    [InlineData(new[] { 0, 100, 100, 100, 100 }, 18, true)]
    [InlineData(new[] { 100, 100, 100, 5, 5, 5, 5 }, 5, false)]
    public void Fall_by_four_fifths_is_a_drop(int[] before, int offered, bool drop) =>
        SourceYield.IsDrop([.. before], offered).ShouldBe(drop);

    [Fact]
    public void Only_the_last_runs_are_remembered()
    {
        var runs = Enumerable.Range(1, 20).Aggregate(default(System.Collections.Immutable.ImmutableArray<int>), SourceYield.With);
        runs.ShouldBe([14, 15, 16, 17, 18, 19, 20]);
    }
}
