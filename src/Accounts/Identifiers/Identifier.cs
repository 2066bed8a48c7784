using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Actors.Core.Accounts;

namespace Actors.Accounts.Identifiers;

/// <summary>What an account can be known by. Each value belongs to at most one account (C32).</summary>
internal enum IdentifierKind
{
    Email,
    Username,

    /// <summary>The number that Telegram gives a user.</summary>
    Telegram,
}

/// <summary>An e-mail address, a username or an id at another service.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Shown">As it was given, trimmed.</param>
/// <param name="Normalised">What makes two spellings the same.</param>
internal sealed record Identifier(IdentifierKind Kind, string Shown, string Normalised)
{
    /// <summary>Key of the grain that holds the claim to it: a hash, since logs and metrics of a runtime name grains by their keys.</summary>
    public string Key => $"{Prefix}:{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Normalised)))}";

    private string Prefix => Kind switch { IdentifierKind.Email => "email", IdentifierKind.Username => "username", _ => OutsideIdentity.Telegram };
}
