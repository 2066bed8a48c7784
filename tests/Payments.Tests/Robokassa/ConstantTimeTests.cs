using Actors.Payments.Robokassa;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Payments.Tests.Robokassa;

/// <summary>
/// Promise S14: the duration of a comparison does not depend on how many digits are right. It takes a thousand samples for each length of the right
/// prefix, in turn, in processor time of the thread, and compares the medians.
/// </summary>
public sealed class ConstantTimeTests(ITestOutputHelper output)
{
    private const int Samples = 1000;
    private const int Repetitions = 400;
    private static readonly int[] s_lengths = [0, 16, 32, 64, 96, 127];
    private static readonly string s_expected = new RobokassaSigner("sha512").Sign(["10", "1"], "password");

    [Fact]
    public void The_comparison_takes_constant_time() => Spread(RobokassaSigner.AreEqual).ShouldBeLessThan(1.5);

    // Control: a comparison that ends at the first difference.
    [Fact]
    public void Control_an_early_exit_is_detected() => Spread(Naive).ShouldBeGreaterThan(3);

    private static bool Naive(string expected, string received)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i] != received[i]) return false;
        }

        return true;
    }

    /// <summary>The longest median divided by the shortest.</summary>
    private double Spread(Func<string, string, bool> compare)
    {
        var received = s_lengths.Select(Wrong).ToArray();
        var times = s_lengths.Select(_ => new List<double>(Samples)).ToArray();
        for (var sample = 0; sample < Samples; sample++)
        {
            for (var i = 0; i < received.Length; i++) times[i].Add(Measure(compare, received[i]));
        }

        var medians = times.Select(t => t.Order().ElementAt(Samples / 2)).ToList();
        output.WriteLine(string.Join("  ", s_lengths.Zip(medians, (length, median) => $"{length}: {median:0.0} µs")));
        return medians.Max() / medians.Min();
    }

    private static double Measure(Func<string, string, bool> compare, string received)
    {
        var time = new ThreadTime();
        var equal = false;
        for (var i = 0; i < Repetitions; i++) equal |= compare(s_expected, received);
        equal.ShouldBeFalse();
        return time.Elapsed.TotalMicroseconds;
    }

    private static string Wrong(int right) => s_expected[..right] + new string(s_expected[right..].Select(c => c == '0' ? '1' : '0').ToArray());
}
