namespace Actors.Accounts.Accounts.SecurityEvents;

/// <summary>Kinds of security events, as they are stored.</summary>
internal static class SecurityEventKinds
{
    public const string Registered = "registered";

    /// <summary>A refresh token was used again, later than a lost answer explains. Its session was ended.</summary>
    public const string RefreshReused = "refresh_reused";

    /// <summary>Every session was ended with it.</summary>
    public const string PasswordChanged = "password_changed";

    /// <summary>A letter with a token for another password was written.</summary>
    public const string ResetAsked = "password_reset_asked";

    /// <summary>By such a token; every session was ended with it.</summary>
    public const string PasswordReset = "password_reset";

    public const string RolesChanged = "roles_changed";

    /// <summary>Every session was ended with it.</summary>
    public const string Disabled = "disabled";

    public const string Enabled = "enabled";

    public const string Erased = "erased";
}
