using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary>Marks responses that contain secrets.</summary>
internal static class NoStore
{
    /// <summary>Forbids caching of the response.</summary>
    public static void SetNoStore(this HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
    }
}
