using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.Http;

/// <summary>A token in the <c>Authorization</c> header, where a route takes one that is no access token.</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer ";

    /// <summary>The token; null when there is no such header, or several.</summary>
    public static string? Read(HttpRequest request)
    {
        var header = request.Headers.Authorization;
        return header is [{ } only] && only.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && only[Scheme.Length..].Trim() is { Length: > 0 } token
            ? token
            : null;
    }
}
