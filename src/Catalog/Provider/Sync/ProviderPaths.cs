using System.Globalization;
using Actors.Core.Text;

namespace Actors.Catalog.Provider.Sync;

/// <summary>Addresses at the provider.</summary>
internal static class ProviderPaths
{
    private const int LongestAddress = 2000;

    /// <summary>The first page of everything that changed since a day.</summary>
    public static Uri Changed(Uri provider, DateOnly since) =>
        At(provider, string.Create(CultureInfo.InvariantCulture, $"api/events/?changed_at={since:yyyy-MM-dd}"));

    /// <summary>The seats of an event that are free.</summary>
    public static Uri Seats(Uri provider, Guid eventId) => At(provider, $"api/events/{eventId:D}/seats");

    /// <summary>Where visitors are registered.</summary>
    public static Uri Register(Uri provider, Guid eventId) => At(provider, $"api/events/{eventId:D}/register/");

    /// <summary>Where the list goes on. Null when that is not at the provider: whatever it writes there, nobody else is asked, and nobody else is
    /// shown the key. A provider behind a proxy that ends TLS writes http where https is meant, so only host and path decide.</summary>
    public static Uri? Next(Uri provider, Uri page, string next)
    {
        if (next.Length > LongestAddress || !WebUri.TryResolve(page, next, out var found) || !found.IsAbsoluteUri) return null;
        if (!found.IdnHost.Equals(provider.IdnHost, StringComparison.OrdinalIgnoreCase) || found.UserInfo.Length > 0) return null;
        if (!SamePort(provider, found) || !found.AbsolutePath.StartsWith(At(provider, "").AbsolutePath, StringComparison.Ordinal)) return null;
        return new Uri(At(provider, ""), found.PathAndQuery);
    }

    private static bool SamePort(Uri provider, Uri found) => found.Port == provider.Port || (found.IsDefaultPort && provider.IsDefaultPort);

    private static Uri At(Uri provider, string path) =>
        new(provider.AbsoluteUri.EndsWith('/') ? provider : new Uri(provider.AbsoluteUri + "/"), path);
}
