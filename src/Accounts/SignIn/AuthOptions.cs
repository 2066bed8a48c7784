using Actors.Core.Configuration;

namespace Actors.Accounts.SignIn;

/// <summary>Settings of the authentication routes.</summary>
/// <param name="HidesTaken">True if a registration with a known address also returns 201 (<c>REGISTER_ENUMERATION_SAFE</c>, C39).</param>
/// <param name="SecureCookies">True if cookies are sent only over https: everywhere except in Development.</param>
internal sealed record AuthOptions(bool HidesTaken, bool SecureCookies)
{
    public static AuthOptions Read(Settings settings, bool development) =>
        new(settings.Flag("REGISTER_ENUMERATION_SAFE", otherwise: false), !development);
}
