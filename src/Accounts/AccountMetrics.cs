using System.Diagnostics.Metrics;

namespace Actors.Accounts;

/// <summary>Metrics of accounts and sessions. Labels never contain user input.</summary>
internal sealed class AccountMetrics(IMeterFactory meters)
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Actors.Accounts";

    private readonly Instruments _to = new(meters.Create(MeterName));

    /// <summary>An attempt to sign in or to change a password: <c>ok</c>, <c>refused</c> or <c>backed_off</c>.</summary>
    public void SignIn(string outcome) => _to.SignIns.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>An attempt that was refused because too many passwords waited.</summary>
    public void TurnedAway() => _to.TurnedAway.Add(1);

    public void Registered() => _to.Registered.Add(1);

    /// <summary>A use of a refresh token: <c>rotated</c>, <c>repeated</c>, <c>refused</c> or <c>reused</c>.</summary>
    public void Refresh(string outcome) => _to.Refreshes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>A use of a token to choose a new password: <c>ok</c> or <c>refused</c>.</summary>
    public void Reset(string outcome) => _to.Resets.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Hashed(TimeSpan duration) => _to.Hashing.Record(duration.TotalSeconds);

    private sealed class Instruments(Meter meter)
    {
        public readonly Counter<long> SignIns = meter.CreateCounter<long>("accounts.sign_ins", null, "Sign-ins and password changes, by outcome.");
        public readonly Counter<long> TurnedAway = meter.CreateCounter<long>("accounts.turned_away", null, "Attempts refused because too many passwords waited to be hashed.");
        public readonly Counter<long> Registered = meter.CreateCounter<long>("accounts.registered", null, "Created accounts.");
        public readonly Counter<long> Refreshes = meter.CreateCounter<long>("accounts.refreshes", null, "Uses of refresh tokens, by outcome.");
        public readonly Counter<long> Resets = meter.CreateCounter<long>("accounts.password.resets", null, "Uses of password reset tokens, by outcome.");
        public readonly Histogram<double> Hashing = meter.CreateHistogram<double>("accounts.password.hashing.duration", "s", "Time to hash one password, without the time in the queue.");
    }
}
