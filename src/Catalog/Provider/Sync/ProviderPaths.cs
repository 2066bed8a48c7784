using System.Globalization;
using Actors.Core.Text;

namespace Actors.Catalog.Provider.Sync;

/// <summary>Builds the addresses of the provider.</summary>
internal static class ProviderPaths
{
    private const int MaxAddressLength = 2000;

    /// <summary>The first page of all changes since a day.</summary>
    public static Uri Changed(Uri provider, DateOnly since) =>
        At(provider, string.Create(CultureInfo.InvariantCulture, $"api/events/?changed_at={since:yyyy-MM-dd}"));

    /// <summary>The free seats of an event.</summary>
    public static Uri Seats(Uri provider, Guid eventId) => At(provider, $"api/events/{eventId:D}/seats");

    /// <summary>The address that registers visitors.</summary>
    public static Uri Register(Uri provider, Guid eventId) => At(provider, $"api/events/{eventId:D}/register/");

    /// <summary>
    /// The address of the next page; null if it is not at the provider, because requests with the API key go to no other host. Only host, port and
    /// path are compared: a provider behind a TLS proxy may write http instead of https.
    /// </summary>
    public static Uri? Next(Uri provider, Uri page, string next)
    {
        if (next.Length > MaxAddressLength || !WebUri.TryResolve(page, next, out var found) || !found.IsAbsoluteUri) return null;
        if (!found.IdnHost.Equals(provider.IdnHost, StringComparison.OrdinalIgnoreCase) || found.UserInfo.Length > 0) return null;
        if (!SamePort(provider, found) || !found.AbsolutePath.StartsWith(At(provider, "").AbsolutePath, StringComparison.Ordinal)) return null;
        return new Uri(At(provider, ""), found.PathAndQuery);
    }

    private static bool SamePort(Uri provider, Uri found) => found.Port == provider.Port || (found.IsDefaultPort && provider.IsDefaultPort);

    private static Uri At(Uri provider, string path) =>
        new(provider.AbsoluteUri.EndsWith('/') ? provider : new Uri(provider.AbsoluteUri + "/"), path);
}
