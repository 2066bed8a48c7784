namespace Actors.Accounts.Sessions;

/// <summary>What the use of a refresh token comes to.</summary>
internal enum RefreshUse
{
    /// <summary>The token is the current one: rotate.</summary>
    Rotate,

    /// <summary>It is the one before, and its successor may not have arrived: hand the same successor out again.</summary>
    Repeat,

    /// <summary>It was used up: somebody has a copy.</summary>
    Reused,
}

/// <summary>Judges the use of an authentic refresh token of a session that is alive.</summary>
internal static class RefreshRule
{
    /// <summary>How long after a rotation the token before it still gives the same successor.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How long after the last rotation somebody asked whose call was first sent a while ago: not less than nothing.</summary>
    /// <param name="sinceRotation">How long ago the last rotation was; negative when the clock was set back.</param>
    /// <param name="sinceAsked">How long ago the call was first sent.</param>
    public static TimeSpan SinceRotation(TimeSpan sinceRotation, TimeSpan sinceAsked)
    {
        if (sinceRotation <= TimeSpan.Zero) return sinceRotation;
        return sinceRotation > sinceAsked ? sinceRotation - sinceAsked : TimeSpan.Zero;
    }

    /// <summary>Decides by the token's hash.</summary>
    /// <param name="tokenHash">Hash of the token that is used.</param>
    /// <param name="currentHash">Hash of the token that is good for the next rotation.</param>
    /// <param name="parentHash">Hash of the one before; null before the first rotation.</param>
    /// <param name="sinceRotation">
    /// How long ago the last rotation was. It is negative when the clock was set back while nothing ran; then it is taken for as much time the other way,
    /// so that the grace is at most doubled.
    /// </param>
    public static RefreshUse Judge(string tokenHash, string currentHash, string? parentHash, TimeSpan sinceRotation)
    {
        if (tokenHash == currentHash) return RefreshUse.Rotate;
        return tokenHash == parentHash && sinceRotation.Duration() <= Grace ? RefreshUse.Repeat : RefreshUse.Reused;
    }
}
