namespace Actors.Accounts.Passwords;

/// <summary>What a password is worth.</summary>
internal enum PasswordVerdict
{
    Wrong,
    Right,

    /// <summary>Right, and its hash is weaker than one made now.</summary>
    RightButWeak,
}
