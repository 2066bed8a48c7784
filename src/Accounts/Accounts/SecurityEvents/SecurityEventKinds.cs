namespace Actors.Accounts.Accounts.SecurityEvents;

/// <summary>Kinds of security events; the texts are stored.</summary>
internal static class SecurityEventKinds
{
    public const string Registered = "registered";

    /// <summary>A refresh token was used again after the grace period. Its session was ended.</summary>
    public const string RefreshReused = "refresh_reused";

    /// <summary>All sessions were ended with it.</summary>
    public const string PasswordChanged = "password_changed";

    /// <summary>A letter with a reset token was sent.</summary>
    public const string ResetAsked = "password_reset_asked";

    /// <summary>The password was changed with a reset token; all sessions were ended with it.</summary>
    public const string PasswordReset = "password_reset";

    public const string RolesChanged = "roles_changed";

    /// <summary>All sessions were ended with it.</summary>
    public const string Disabled = "disabled";

    public const string Enabled = "enabled";

    public const string Erased = "erased";
}
