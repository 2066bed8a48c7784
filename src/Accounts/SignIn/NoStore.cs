using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary>Marks answers with secrets in them.</summary>
internal static class NoStore
{
    /// <summary>Nobody on the way may keep the answer.</summary>
    public static void NeverStored(this HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.Pragma = "no-cache";
    }
}
