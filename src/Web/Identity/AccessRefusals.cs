using Actors.Web.Errors;

namespace Actors.Web.Identity;

/// <summary>What those get who may not ask.</summary>
public static class AccessRefusals
{
    /// <summary>No token, or none that is good now.</summary>
    public static readonly ApiError NotSignedIn = new(StatusCodes.Status401Unauthorized, "Not authenticated");

    /// <summary>The role or the permission is missing.</summary>
    public static readonly ApiError NotAllowed = new(StatusCodes.Status403Forbidden, "Not enough permissions");
}
