namespace Actors.Accounts.Accounts.SecurityEvents;

/// <summary>Kinds of security events, as they are stored.</summary>
internal static class SecurityEventKinds
{
    public const string Registered = "registered";

    /// <summary>A refresh token was used again, later than a lost answer explains. Its session was ended.</summary>
    public const string RefreshReused = "refresh_reused";

    /// <summary>Every session was ended with it.</summary>
    public const string PasswordChanged = "password_changed";

    public const string RolesChanged = "roles_changed";
}
