namespace Actors.Accounts.Sessions;

/// <summary>What to do when a refresh token is used.</summary>
internal enum RefreshUse
{
    /// <summary>The token is the current one: rotate it.</summary>
    Rotate,

    /// <summary>The token is the previous one within the grace period: return the same successor again, because the response may have been lost.</summary>
    Repeat,

    /// <summary>The token was already used: it was copied, so end the session.</summary>
    Reused,
}

/// <summary>Decides on the use of an authentic refresh token of a live session.</summary>
internal static class RefreshRule
{
    /// <summary>The grace period after a rotation, in which the previous token returns the same successor.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>The time between the last rotation and the first attempt of a retried call; not negative.</summary>
    /// <param name="sinceRotation">The time since the last rotation; negative if the clock was set back.</param>
    /// <param name="sinceAsked">The time since the first attempt of the call.</param>
    public static TimeSpan SinceRotation(TimeSpan sinceRotation, TimeSpan sinceAsked)
    {
        if (sinceRotation <= TimeSpan.Zero) return sinceRotation;
        return sinceRotation > sinceAsked ? sinceRotation - sinceAsked : TimeSpan.Zero;
    }

    /// <summary>Decides by comparing hashes.</summary>
    /// <param name="tokenHash">The hash of the used token.</param>
    /// <param name="currentHash">The hash of the current token.</param>
    /// <param name="parentHash">The hash of the previous token; null before the first rotation.</param>
    /// <param name="sinceRotation">
    /// The time since the last rotation. It is negative if the clock was set back during a restart; its absolute value is used then, so the grace
    /// period is at most doubled.
    /// </param>
    public static RefreshUse Decide(string tokenHash, string currentHash, string? parentHash, TimeSpan sinceRotation)
    {
        if (tokenHash == currentHash) return RefreshUse.Rotate;
        return tokenHash == parentHash && sinceRotation.Duration() <= Grace ? RefreshUse.Repeat : RefreshUse.Reused;
    }
}
