namespace Actors.Accounts.Passwords;

/// <summary>The result of a password check.</summary>
internal enum PasswordVerdict
{
    Wrong,
    Right,

    /// <summary>Right, but its hash should be renewed.</summary>
    RightButWeak,
}
