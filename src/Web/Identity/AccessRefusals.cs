using Actors.Web.Errors;

namespace Actors.Web.Identity;

/// <summary>The errors of refused callers.</summary>
public static class AccessRefusals
{
    /// <summary>The token is missing or not valid.</summary>
    public static readonly ApiError NotSignedIn = new(StatusCodes.Status401Unauthorized, "Not authenticated");

    /// <summary>The caller lacks the role or the permission.</summary>
    public static readonly ApiError NotAllowed = new(StatusCodes.Status403Forbidden, "Not enough permissions");
}
