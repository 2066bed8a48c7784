using System.Globalization;
using Xunit.Abstractions;

namespace Actors.TestKit;

/// <summary>Reproducible randomness: the seed is printed, and <c>TEST_SEED</c> sets it.</summary>
public static class SeededRandom
{
    /// <summary>Creates a generator and prints its seed.</summary>
    public static Random Create(ITestOutputHelper output, int? seed = null)
    {
        var value = seed ?? FromEnvironment() ?? Environment.TickCount;
        output.WriteLine($"seed {value} (TEST_SEED={value} repeats this run)");
        return new Random(value);
    }

    private static int? FromEnvironment() =>
        int.TryParse(Environment.GetEnvironmentVariable("TEST_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : null;
}
