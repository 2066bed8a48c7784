using System.Globalization;
using Xunit.Abstractions;

namespace Actors.TestKit;

/// <summary>Randomness that a failed run can be repeated with: the seed is printed, and <c>TEST_SEED</c> sets it.</summary>
public static class SeededRandom
{
    /// <summary>A generator whose seed stands in the test's output.</summary>
    public static Random Create(ITestOutputHelper output, int? seed = null)
    {
        var value = seed ?? FromEnvironment() ?? Environment.TickCount;
        output.WriteLine($"seed {value} (TEST_SEED={value} repeats this run)");
        return new Random(value);
    }

    private static int? FromEnvironment() =>
        int.TryParse(Environment.GetEnvironmentVariable("TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : null;
}
