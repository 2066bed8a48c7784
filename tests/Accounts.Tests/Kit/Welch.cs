namespace Actors.Accounts.Tests.Kit;

/// <summary>Welch's t-test: tests whether two samples have the same mean. For hundreds of values the t-distribution is close to the normal one.</summary>
internal static class Welch
{
    /// <summary>The probability of such a difference if the means are equal.</summary>
    public static double P(IReadOnlyCollection<double> one, IReadOnlyCollection<double> other)
    {
        var t = (one.Average() - other.Average()) / Math.Sqrt((Variance(one) / one.Count) + (Variance(other) / other.Count));
        return 2 * Tail(Math.Abs(t));
    }

    private static double Variance(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1);
    }

    // Abramowitz and Stegun 7.1.26 for the upper tail of the normal distribution; good to 1e-7.
    private static double Tail(double t)
    {
        var x = t / Math.Sqrt(2);
        var k = 1 / (1 + (0.3275911 * x));
        var polynomial = k * (0.254829592 + (k * (-0.284496736 + (k * (1.421413741 + (k * (-1.453152027 + (k * 1.061405429))))))));
        return polynomial * Math.Exp(-x * x) / 2;
    }
}
