namespace Actors.Accounts.Rules;

/// <summary>What an account can be known by. Each value belongs to at most one account (C32).</summary>
internal enum IdentifierKind
{
    Email,
    Username,
}

/// <summary>An e-mail address or a username.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Shown">As it was given, trimmed.</param>
/// <param name="Normalised">What makes two spellings the same.</param>
internal sealed record Identifier(IdentifierKind Kind, string Shown, string Normalised)
{
    /// <summary>Key of the grain that holds the claim to it.</summary>
    public string Key => Kind switch
    {
        IdentifierKind.Email => $"email:{Normalised}",
        _ => $"username:{Normalised}",
    };
}
