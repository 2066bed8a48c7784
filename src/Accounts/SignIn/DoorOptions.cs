using Actors.Core.Configuration;

namespace Actors.Accounts.SignIn;

/// <summary>What operators may say about the routes of this room.</summary>
/// <param name="HidesTaken">A registration with a known address answers 201 as any other (<c>REGISTER_ENUMERATION_SAFE</c>, C39).</param>
/// <param name="SecureCookies">Cookies travel over https only: everywhere but in Development.</param>
internal sealed record DoorOptions(bool HidesTaken, bool SecureCookies)
{
    public static DoorOptions Read(Settings settings, bool development) =>
        new(settings.Flag("REGISTER_ENUMERATION_SAFE", otherwise: false), !development);
}
