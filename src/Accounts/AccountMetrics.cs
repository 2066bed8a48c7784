using System.Diagnostics.Metrics;

namespace Actors.Accounts;

/// <summary>What happened to accounts and sessions. Labels are ours, never a caller's.</summary>
internal sealed class AccountMetrics(IMeterFactory meters)
{
    /// <summary>The meter of this room.</summary>
    public const string MeterName = "Actors.Accounts";

    private readonly Instruments _to = new(meters.Create(MeterName));

    /// <summary>An attempt to sign in or to change a password: <c>ok</c>, <c>refused</c> or <c>backed_off</c>.</summary>
    public void SignIn(string outcome) => _to.SignIns.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>An attempt to register, to sign in or to change a password that nobody looked at, because too many waited.</summary>
    public void TurnedAway() => _to.TurnedAway.Add(1);

    public void Registered() => _to.Registered.Add(1);

    /// <summary>A use of a refresh token: <c>rotated</c>, <c>repeated</c>, <c>refused</c> or <c>reused</c>.</summary>
    public void Refresh(string outcome) => _to.Refreshes.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>A use of a token to choose a new password: <c>ok</c> or <c>refused</c>.</summary>
    public void Reset(string outcome) => _to.Resets.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Hashed(TimeSpan duration) => _to.Hashing.Record(duration.TotalSeconds);

    private sealed class Instruments(Meter meter)
    {
        public readonly Counter<long> SignIns = meter.CreateCounter<long>("accounts.sign_ins", null, "Passwords shown to sign in or to change them, by outcome.");
        public readonly Counter<long> TurnedAway = meter.CreateCounter<long>("accounts.turned_away", null, "Passwords that were not looked at because too many waited.");
        public readonly Counter<long> Registered = meter.CreateCounter<long>("accounts.registered", null, "Accounts made.");
        public readonly Counter<long> Refreshes = meter.CreateCounter<long>("accounts.refreshes", null, "Refresh tokens shown, by outcome.");
        public readonly Counter<long> Resets = meter.CreateCounter<long>("accounts.password.resets", null, "Tokens shown to choose a new password, by outcome.");
        public readonly Histogram<double> Hashing = meter.CreateHistogram<double>("accounts.password.hashing.duration", "s", "Time to hash one password, without waiting.");
    }
}
