using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Actors.Core.Accounts;

namespace Actors.Accounts.Identifiers;

/// <summary>The kinds of identifiers. Each identifier belongs to at most one account (C32).</summary>
internal enum IdentifierKind
{
    Email,
    Username,

    /// <summary>A Telegram user id.</summary>
    Telegram,
}

/// <summary>An e-mail address, a username or an id at another service.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Shown">The text as entered, trimmed.</param>
/// <param name="Normalised">The normalised form, equal for all spellings.</param>
internal sealed record Identifier(IdentifierKind Kind, string Shown, string Normalised)
{
    /// <summary>The key of its claim grain: a hash, because Orleans' logs and metrics contain grain keys.</summary>
    public string Key => $"{Prefix}:{Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Normalised)))}";

    private string Prefix => Kind switch { IdentifierKind.Email => "email", IdentifierKind.Username => "username", _ => OutsideIdentity.Telegram };
}
